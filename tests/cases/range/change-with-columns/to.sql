create type r as range (subtype = bigint);
create table t (id int primary key, a r not null default r(1, 2), b r_multirange, c r[]);
create index t_a on t using gist (a);
create function f(r) returns int language sql as 'select lower($1)::int';
create view v as select a from t;
comment on column v.a is 'kept';
