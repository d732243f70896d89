CREATE DOMAIN code AS character(5);
CREATE TABLE t (id integer, c code[]);
