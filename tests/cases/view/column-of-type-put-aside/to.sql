CREATE DOMAIN d AS varchar;
CREATE TABLE t (id integer, z d[]);
CREATE VIEW v AS SELECT z AS y, id FROM t;
