create schema new; create schema other;
create table new.comes (id integer primary key, a text);
create table other.leaves (id integer primary key, a text);
create table new.stays (id integer primary key, leaves integer references other.leaves, comes integer references new.comes);
create view new.seen as select l.a, c.a as b from other.leaves l, new.comes c;
create table new.uno (id integer);
create table new.due (id integer);
