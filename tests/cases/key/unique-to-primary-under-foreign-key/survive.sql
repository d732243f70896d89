select * from a;
select a_id from b;
