create table p (id bigint not null, k bigint) partition by range (id);
alter table p add constraint one primary key (id);
create index two on p (id);
create index three on p (k);
create table part partition of p for values from (1) to (4);
-- names that go round
create table q (id bigint not null) partition by range (id);
create index q_one on q (id);
create unique index q_two on q (id);
create table q_part partition of q for values from (1) to (4);
-- the part of the one that stays, under another name itself, gets the name of the part of the one that goes
create table r (id bigint) partition by range (id);
create table r_part partition of r for values from (1) to (3) partition by hash (id);
alter table r add constraint gone unique (id);
alter table r add constraint stays unique (id) with (fillfactor = 60);
