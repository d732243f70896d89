CREATE TABLE z (a integer);
CREATE TABLE t (k bigint, b boolean);
CREATE FUNCTION f(r t) RETURNS text LANGUAGE sql AS 'select ''x''::text';
CREATE VIEW v AS SELECT f(a) AS x FROM t a;
ALTER TABLE t ADD COLUMN c v DEFAULT NULL::v;
