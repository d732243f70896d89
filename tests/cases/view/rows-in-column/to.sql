CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a::bigint AS a, b, a + 1 AS c, a + 2 AS d FROM t;
CREATE TABLE h (id integer, r v);
