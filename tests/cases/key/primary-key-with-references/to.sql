create table a (id integer, k integer, primary key (id) include (k));
create table b (a_id integer references a);
