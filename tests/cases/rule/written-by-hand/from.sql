create table t (id integer primary key, a text);
create table log (id integer, what text);
create rule before as on delete to t do instead nothing;
