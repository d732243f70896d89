-- expressions with the row type of a table that changes: its own default, and what another has
CREATE TABLE t (a integer, b text, c real);
CREATE FUNCTION f(r t) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'::text$$;
ALTER TABLE t ALTER COLUMN b SET DEFAULT f(NULL::t);
CREATE TABLE u (a integer, b text, d text, CONSTRAINT known CHECK (b <> f(NULL::t)));
ALTER TABLE u ALTER COLUMN d SET DEFAULT f(NULL::t);
CREATE INDEX u_joined ON u ((b || f(NULL::t)));
CREATE STATISTICS u_stat ON a, (b || f(NULL::t)) FROM u;

-- a table that only gets a column
CREATE TABLE v (a integer, b text);
CREATE FUNCTION g(r v) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'y'::text$$;
ALTER TABLE v ALTER COLUMN b SET DEFAULT g(NULL::v);
