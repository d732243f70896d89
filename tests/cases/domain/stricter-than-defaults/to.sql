CREATE DOMAIN d AS integer CONSTRAINT positive CHECK (VALUE > 0);
CREATE TYPE c AS (a d);
CREATE DOMAIN list AS d[] DEFAULT '{}'::d[];
CREATE DOMAIN words AS text DEFAULT ('{1}'::d[])::text;
CREATE DOMAIN pair AS c DEFAULT '(1)'::c;
CREATE DOMAIN changes AS text DEFAULT ('{4}'::d[])::text;
CREATE DOMAIN comes AS d[] DEFAULT '{3}'::d[];
CREATE TABLE t (id integer, plain d, w words);
