create table p (id bigserial, i integer generated always as identity, a integer not null, g integer generated always as (a + 1) stored, primary key (id, a)) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 (a integer not null, g integer generated always as (a + 1) stored, i integer not null, id bigint not null);
alter table p attach partition p2 for values from (10) to (20);
