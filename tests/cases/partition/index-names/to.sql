create table p (a integer, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index other on p1 (b);
create index x2 on p (b);
create index y on p (a);
create index alone on only p (a, b);
alter index p1_a_idx rename to renamed;
create index twice on p1 (a);
