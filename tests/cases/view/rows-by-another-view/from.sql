-- a materialized view keeps rows of a table that it has from a view
CREATE TABLE t (id integer, c json DEFAULT '{}' NOT NULL);
CREATE VIEW v AS SELECT a AS row, a.id FROM t a UNION ALL SELECT a, a.id FROM t a;
CREATE MATERIALIZED VIEW m AS SELECT row, row AS again FROM v;
CREATE MATERIALIZED VIEW ids AS SELECT id FROM v;
