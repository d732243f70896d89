create table t (a int, b int, c int, constraint gets unique nulls not distinct (a), constraint loses unique (b), constraint becomes_key unique nulls not distinct (a, c), constraint fresh unique nulls not distinct (c, a));
create unique index gets_i on t (a, b) nulls not distinct;
create unique index loses_i on t (b, a);
create table p (a int, b int, unique (a, b)) partition by list (a);
create table p1 partition of p for values in (1);
