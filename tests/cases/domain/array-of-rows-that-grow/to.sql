create table t (a integer, b integer, c integer);
create domain rows as t;
create table u (id integer, list rows[] not null, too text);
