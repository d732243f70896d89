create table t (id serial);
create unlogged table goes (id serial);
