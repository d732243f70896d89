-- the server changes no type in a table while a policy has the type of its rows
CREATE TABLE t (id integer, c integer);
CREATE TABLE o (id integer);
CREATE POLICY p ON o USING (NULL::t IS NULL);
