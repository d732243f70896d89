CREATE TYPE temper AS ENUM ('happy', 'sad', '');
CREATE FUNCTION temper_text(temper) RETURNS text LANGUAGE sql IMMUTABLE AS 'select null::text';
CREATE CAST (temper AS text) WITH FUNCTION temper_text(temper);
CREATE DOMAIN feeling AS temper;
CREATE TYPE size AS ENUM ('big', 'small');
CREATE FUNCTION size_text(size) RETURNS text LANGUAGE sql IMMUTABLE AS 'select ''size''::text';
CREATE CAST (size AS text) WITH FUNCTION size_text(size) AS ASSIGNMENT;
CREATE TABLE t (id integer, m temper, f feeling, l temper[], s size, k text, z text[]);
