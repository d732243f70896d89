CREATE TABLE t (id integer, c bigint);
CREATE TABLE o (id integer);
CREATE POLICY p ON o USING (NULL::t IS NULL);
