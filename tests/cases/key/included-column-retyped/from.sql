create table a (id integer, v integer, constraint a_key primary key (id) include (v));
create table gone (a_id integer references a);
create table stays (a_id integer references a on delete cascade);
