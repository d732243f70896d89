create schema old; create schema other;
create table other.comes (id integer primary key, a text);
create table old.leaves (id integer primary key, a text);
create table old.stays (id integer primary key, leaves integer references old.leaves, comes integer references other.comes);
create view old.seen as select l.a, c.a as b from old.leaves l, other.comes c;
create table old.one (id integer);
create table old.two (id integer);
