create table p (id integer not null, k text not null);
create table c (constraint c_key primary key (id, k)) inherits (p);
