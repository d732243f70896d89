create table p (id integer, constraint c check (id > 0));
create table q () inherits (p);
comment on constraint c on q is 'mine';
