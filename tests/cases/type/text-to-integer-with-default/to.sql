create table t (id integer primary key, n integer default 7 not null);
create index on t (n);
