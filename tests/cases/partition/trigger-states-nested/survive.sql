select * from p;
