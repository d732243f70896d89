create table a (id integer primary key);
create table b (a_id integer references a (id), more integer references a (id));
