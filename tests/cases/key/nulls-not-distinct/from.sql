create table t (a int, b int, c int, constraint gets unique (a), constraint loses unique nulls not distinct (b));
create unique index gets_i on t (a, b);
create unique index loses_i on t (b, a) nulls not distinct;
create unique index becomes_key on t (a, c) nulls not distinct;
create table p (a int, b int, unique nulls not distinct (a, b)) partition by list (a);
create table p1 partition of p for values in (1);
