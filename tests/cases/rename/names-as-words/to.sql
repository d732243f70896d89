create table t (id integer, day date, other date, yes boolean, v integer, p integer, z timestamp with time zone,
    constraint c check (true), constraint d check (yes is not null or true), constraint e check (z > '2000-01-01'::timestamp with time zone));
alter table t enable row level security;
create policy p on t to public using (p > 0);
create table parent (id integer primary key);
create table child (parent integer, constraint k foreign key (parent) references parent (id));
