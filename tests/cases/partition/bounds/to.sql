create table events (id bigint not null, at timestamptz not null, kind text not null default 'none', n integer) partition by range (at);
create table events_1 partition of events for values from ('2023-12-01 00:00:00+00') to ('2024-02-02 00:00:00+00');
create table events_2 partition of events for values from ('2024-02-03 00:00:00+00') to ('2024-03-01 00:00:00+00');
create table events_d partition of events for values from ('2024-02-02 00:00:00+00') to ('2024-02-03 00:00:00+00');
