create table p (id integer not null, k text);
create table gone () inherits (p);
create table comes (constraint comes_key primary key (k)) inherits (p);
