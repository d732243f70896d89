create table events (id bigint not null, at timestamptz not null, kind text not null default 'none', amount integer) partition by range (at);
create table events_1 partition of events for values from ('2024-01-01 00:00:00+00') to ('2024-02-01 00:00:00+00');
create table events_2 partition of events for values from ('2024-02-01 00:00:00+00') to ('2024-03-01 00:00:00+00');
alter table events add constraint d check (amount >= 0);
create index i on events (amount);
create view v as select amount as n from events_1;
