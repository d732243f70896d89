create type mood as enum ('sad', 'fine');
create type wine as enum ('sad', 'fine');
create table t (id integer primary key, m mood default 'fine', w wine default 'fine', constraint c check (m <> 'sad'), constraint d check (w <> 'sad'), is_sad boolean generated always as (m = 'sad') stored);
create index i on t (id) where m = 'sad';
create table u (x integer, t integer references t (id));
create table v (x integer);
