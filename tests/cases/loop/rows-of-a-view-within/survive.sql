select * from u order by id;
select * from w;
