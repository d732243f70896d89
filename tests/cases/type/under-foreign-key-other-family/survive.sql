select * from b;
