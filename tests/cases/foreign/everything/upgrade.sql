-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.moved.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.of_typed (blocks reads and writes)
-- hazard rebuild: table public.of_typed is dropped here and created again because of server typed
DROP FOREIGN TABLE public.of_typed;

-- lock: ACCESS EXCLUSIVE on public.moved (blocks reads and writes)
-- hazard rebuild: table public.moved is dropped here and created again
DROP FOREIGN TABLE public.moved;

-- hazard rebuild: server typed is dropped here and created again
DROP SERVER typed;

CREATE SCHEMA "We ird";

CREATE FOREIGN DATA WRAPPER "W 2" VALIDATOR postgresql_fdw_validator;
COMMENT ON FOREIGN DATA WRAPPER "W 2" IS 'w';

ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP gone, SET debug 'it''s', ADD added '2');

CREATE SERVER "S 2" FOREIGN DATA WRAPPER "W 2" OPTIONS (host 'h', port '5433');

CREATE USER MAPPING FOR postgres SERVER "S 2";

CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;

CREATE SERVER typed TYPE 'new' FOREIGN DATA WRAPPER w;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION "We ird".check_it(text[], oid) RETURNS void
    LANGUAGE sql
    AS $$select$$;

CREATE FOREIGN TABLE "We ird"."F 2" (
    "A a" integer
)
SERVER files OPTIONS (filename '/dev/null', format 'csv');

CREATE FOREIGN TABLE public.moved (
    a integer
)
SERVER same;

CREATE FOREIGN TABLE public.of_typed (
    a integer
)
SERVER typed;

CREATE VIEW public.v AS
SELECT moved.a
   FROM public.moved;

-- hazard drop-user-mapping: a password in user mapping s.postgres is not known here
DROP USER MAPPING FOR postgres SERVER s;

ALTER SERVER s VERSION '2' OPTIONS (DROP port, SET host 'b', ADD dbname 'c');
COMMENT ON SERVER s IS 'it''s s';

ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (SET "user" 'z', ADD other '"1"');

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- hazard set-not-null: public.f is scanned; a NULL in public.f.a makes it fail
-- hazard add-check: public.f is scanned under the lock
ALTER TABLE public.f
    OPTIONS (DROP schema_name, SET table_name 'g', ADD added 'it''s'),
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN b OPTIONS (SET column_name 'BB', ADD more '1'),
    ADD COLUMN c text COLLATE "C" DEFAULT 'x'::text,
    ALTER COLUMN c OPTIONS (ADD column_name 'C'),
    ADD CONSTRAINT positive CHECK (a > 0);
COMMENT ON FOREIGN TABLE public.f IS 'g';

COMMENT ON COLUMN public.f.b IS 'b';

CREATE STATISTICS public.st ON a, b FROM public.f;
