create table p (a integer not null, b text, c integer default 4, constraint k check (b <> 'x')) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table q partition of p for values from (10) to (20);
create table z (b text, a integer not null, c integer default 4, constraint zk check (b <> ''), constraint k check (b <> 'x'));
alter table p attach partition z for values from (20) to (30);
create index qi on q (b);
create index on p (b);
