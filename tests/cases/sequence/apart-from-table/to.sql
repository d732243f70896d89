create table t (id integer);
create sequence s owned by t.id;
create unlogged table u (id integer);
create unlogged sequence q owned by u.id;
