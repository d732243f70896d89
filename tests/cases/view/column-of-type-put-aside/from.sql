-- the view takes another column of the same type, which is made anew: it cannot be replaced
CREATE DOMAIN d AS money;
CREATE TABLE t (id integer, x d[]);
CREATE VIEW v AS SELECT x AS y, id FROM t;
