-- the operator is made anew: it is dropped by the name that its type has then, though the rename waits for the schema
COMMENT ON SCHEMA public IS 'before';
CREATE TYPE was AS (x integer);
CREATE FUNCTION same(was, was) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select false';
CREATE OPERATOR ~!@ (FUNCTION = same, LEFTARG = was, RIGHTARG = was, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE TABLE t (c was);
