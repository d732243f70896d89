create unlogged table t (id integer);
create sequence s owned by t.id;
create table u (id integer);
create unlogged sequence q owned by u.id;
