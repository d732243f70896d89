create type mood as enum ('unhappy', 'fine');
create type wine as enum ('sad', 'good');
create table t2 (no integer constraint t_pkey primary key, m mood default 'fine', w wine default 'good', constraint c check (m <> 'unhappy'), constraint d check (w <> 'sad'), is_sad boolean generated always as (m = 'unhappy') stored);
create index i on t2 (no) where m = 'unhappy';
create table u (x integer, t integer constraint u_t_fkey references t2 (no));
create table v (x integer);
