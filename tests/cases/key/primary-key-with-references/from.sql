create table a (id integer, k integer, primary key (id));
create table b (a_id integer references a);
