select * from v;
