select * from x; select * from y;
