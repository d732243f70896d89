create table a (x integer, y integer);
create table c (x integer, y integer);
create statistics s on x, y from a;
create statistics s2 on x, y from c;
