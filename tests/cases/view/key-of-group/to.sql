create table t (c45 integer not null, part text not null, constraint t_key primary key (c45, part));
create table other (k integer);
create view grouped as select o.k, a.c45 as id, a.part, count(*) as n from t a left join other o on true group by o.k, a.c45, a.part;
