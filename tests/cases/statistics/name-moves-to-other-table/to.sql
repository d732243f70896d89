create table b (x integer, y integer);
create table c (x integer, y integer);
create statistics s on x, y from c;
create statistics s2 on x, y from b;
