create table events (id bigint not null, at timestamptz not null, kind text not null default 'none', n integer) partition by range (at);
create table events_1 partition of events for values from ('2024-01-01 00:00:00+00') to ('2024-02-01 00:00:00+00');
create table events_2 partition of events for values from ('2024-02-01 00:00:00+00') to ('2024-03-01 00:00:00+00');
create view v as select id, n, kind from events_1;
create index own on events_2 (n);
alter table events_1 alter n set default 7;
alter table events add constraint old check (n < 1000);
create index gone on events (kind);
create index changed on events (id);
