COMMENT ON SCHEMA public IS 'after';
CREATE TYPE is_now AS (x integer);
COMMENT ON TYPE is_now IS 'another name';
CREATE FUNCTION same(is_now, is_now) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select false';
CREATE OPERATOR ~!@ (FUNCTION = same, LEFTARG = is_now, RIGHTARG = is_now, COMMUTATOR = OPERATOR(~!@));
CREATE TABLE t (c is_now);
