create table t (id integer, date date, other date, "true" boolean, "varying" integer, public integer, zone timestamp with time zone,
    constraint c check (true), constraint d check ("true" is not null or true), constraint e check (zone > '2000-01-01'::timestamp with time zone));
alter table t enable row level security;
create policy p on t to public using (public > 0);
create table parent (id integer primary key);
create table child (id integer, constraint k foreign key (id) references parent (id));
