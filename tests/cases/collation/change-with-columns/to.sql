create collation c (provider = icu, locale = 'sv', deterministic = false);
create table t (id int primary key, a text collate c not null default 'x', b text[] collate c);
create index t_a on t (a);
create domain d as text collate c;
create table u (d d);
create view v as select a from t where a > 'b';
