create table p (id bigint not null, k bigint) partition by range (id);
-- its part has the name that the part of the other one had
create unique index one on p (id);
create index two on p (id);
create index three on p (k);
create table part partition of p for values from (1) to (4);
create table q (id bigint not null) partition by range (id);
create unique index q_two on q (id);
create index q_one on q (id);
create table q_part partition of q for values from (1) to (4);
create table r (id bigint) partition by range (id);
create table r_part partition of r for values from (1) to (3) partition by hash (id);
alter table r add constraint renamed unique (id) with (fillfactor = 60);
