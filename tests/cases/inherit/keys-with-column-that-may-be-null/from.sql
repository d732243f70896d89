create table p (id integer not null, k text not null);
create table gone (constraint gone_key primary key (k)) inherits (p);
create table comes () inherits (p);
