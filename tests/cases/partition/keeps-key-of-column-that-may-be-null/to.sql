create table p (id integer not null, k text) partition by hash (id);
create table c partition of p for values with (modulus 2, remainder 0);
alter table c add constraint c_key primary key (id, k);
create table d partition of p for values with (modulus 2, remainder 1) partition by hash (id);
create table e partition of d for values with (modulus 2, remainder 0);
alter table e add constraint e_key primary key (k, id);
create table refers (id integer, k text, constraint f foreign key (id, k) references c (id, k));
