create table a (id integer, constraint a_id_key unique (id));
create table b (a_id integer references a (id));
