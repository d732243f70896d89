-- values go from type to type as they are printed, not by a cast of the user's, which may say something else
CREATE TYPE mood AS ENUM ('sad', 'happy', '');
CREATE FUNCTION mood_text(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'select upper(enum_range($1, null)::varchar)';
CREATE CAST (mood AS text) WITH FUNCTION mood_text(mood);
CREATE DOMAIN feeling AS mood;
CREATE TYPE size AS ENUM ('small', 'big');
CREATE FUNCTION size_text(size) RETURNS text LANGUAGE sql IMMUTABLE AS 'select ''size''::text';
CREATE CAST (size AS text) WITH FUNCTION size_text(size) AS ASSIGNMENT;
CREATE TABLE t (id integer, m mood, f feeling, l mood[], s size, k size, z size[]);
