create table f (x integer);
