create foreign data wrapper w;
create server s foreign data wrapper w;
create table t (id integer, a text);
create foreign table f (id integer, b integer) server s;
