create table t (id integer, part text);
create table other (k integer);
create view grouped as select o.k, a.id, a.part, count(*) as n from t a left join other o on true group by o.k, a.id, a.part;
