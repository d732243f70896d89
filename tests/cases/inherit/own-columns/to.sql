-- n and l of the parent go, c keeps them as its own; a table that says one of its columns from now on says them all
create table a (id integer, m integer not null, constraint k check (id > 0));
create table b (id integer, x text);
create table c (id integer, n text default 'a', m integer not null, x text, y integer, constraint k check (id > 0), constraint l check (m > 0)) inherits (a, b);
create table d (id integer, m integer not null, constraint k check (id > 0)) inherits (a);
create table e () inherits (d);
