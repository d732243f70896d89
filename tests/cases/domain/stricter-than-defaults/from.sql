-- the defaults of other domains that have an array of the domain, or a type that has it within, are off while it becomes stricter
CREATE DOMAIN d AS integer;
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
CREATE TYPE c AS (a d);
CREATE DOMAIN list AS d[] DEFAULT '{}'::d[];
CREATE DOMAIN words AS text DEFAULT ('{1}'::d[])::text;
CREATE DOMAIN pair AS c DEFAULT '(1)'::c;
CREATE DOMAIN changes AS text DEFAULT ('{2}'::d[])::text;
CREATE DOMAIN goes AS d[] DEFAULT '{3}'::d[];
CREATE TABLE t (id integer, plain d, w words);
