create table t (id integer primary key, n text default '7' not null);
create index on t (n);
