CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (id integer, m mood, n integer);
CREATE TYPE other AS ENUM ('x');
CREATE FUNCTION other_text(other) RETURNS text LANGUAGE sql IMMUTABLE AS 'select null::text';
CREATE CAST (other AS text) WITH FUNCTION other_text(other);
