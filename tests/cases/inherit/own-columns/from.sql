create table a (id integer, n text default 'a', m integer not null, constraint k check (id > 0), constraint l check (m > 0));
create table b (id integer, x text);
create table c (y integer) inherits (a, b);
create table d () inherits (a);
create table e () inherits (d);
