create table t0 (id serial primary key);
