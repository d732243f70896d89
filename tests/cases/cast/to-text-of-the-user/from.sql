-- what the values are is not asked by way of a cast that goes
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION mood_text(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'select null::text';
CREATE CAST (mood AS text) WITH FUNCTION mood_text(mood);
CREATE TABLE t (id integer, m mood);
CREATE TYPE other AS ENUM ('x');
CREATE FUNCTION other_text(other) RETURNS text LANGUAGE sql IMMUTABLE AS 'select null::text';
CREATE CAST (other AS text) WITH FUNCTION other_text(other);
