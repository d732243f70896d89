create table a (id integer, v text, constraint a_key primary key (id) include (v));
create table stays (a_id integer references a on delete cascade);
