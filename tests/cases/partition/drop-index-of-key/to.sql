create table p (a integer not null, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index p1_b_idx on p1 (b);
alter table p1 add constraint own unique (a, b);
