create table events (id bigint not null, at timestamptz not null, kind text not null default 'none', amount integer) partition by range (at);
create table events_1 partition of events for values from ('2024-01-01 00:00:00+00') to ('2024-02-01 00:00:00+00');
create table events_2 partition of events for values from ('2024-02-01 00:00:00+00') to ('2024-03-01 00:00:00+00');
alter table events add constraint d check (amount >= 0);
create index i on events (amount);
create view v as select amount as n from events_1;
-- the model does not name the indexes of the partitions: they keep the names that they have
alter index events_1_amount_idx rename to events_1_n_idx;
alter index events_2_amount_idx rename to events_2_n_idx;
