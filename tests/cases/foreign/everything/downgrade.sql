-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of table public.moved
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.of_typed (blocks reads and writes)
-- hazard rebuild: table public.of_typed is dropped here and created again because of server typed
DROP FOREIGN TABLE public.of_typed;

-- lock: ACCESS EXCLUSIVE on public.moved (blocks reads and writes)
-- hazard rebuild: table public.moved is dropped here and created again
DROP FOREIGN TABLE public.moved;

-- hazard rebuild: server typed is dropped here and created again
DROP SERVER typed;

ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP added, SET debug 'true', ADD gone '1');

ALTER SERVER s VERSION '1' OPTIONS (DROP dbname, SET host 'a', ADD port '1');
COMMENT ON SERVER s IS NULL;

CREATE USER MAPPING FOR postgres SERVER s OPTIONS ("user" 'y');

ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (DROP other, SET "user" 'x');

CREATE SERVER typed TYPE 'old' FOREIGN DATA WRAPPER w;

CREATE FOREIGN TABLE public.moved (
    a integer
)
SERVER s;

CREATE FOREIGN TABLE public.of_typed (
    a integer
)
SERVER typed;

CREATE VIEW public.v AS
SELECT moved.a
   FROM public.moved;

DROP STATISTICS public.st;

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- hazard drop-column: the values of public.f.c are lost
ALTER TABLE public.f
    DROP CONSTRAINT positive,
    DROP COLUMN c,
    OPTIONS (DROP added, SET table_name 'f', ADD schema_name 'x'),
    ALTER COLUMN a DROP NOT NULL,
    ALTER COLUMN b OPTIONS (DROP more, SET column_name 'B');

COMMENT ON FOREIGN TABLE public.f IS 'f';

COMMENT ON COLUMN public.f.b IS NULL;

-- lock: ACCESS EXCLUSIVE on "We ird"."F 2" (blocks reads and writes)
DROP FOREIGN TABLE "We ird"."F 2";

DROP FUNCTION "We ird".check_it(text[], oid);

DROP SERVER files;

-- hazard drop-user-mapping: a password in user mapping "S 2".postgres is not known here
DROP USER MAPPING FOR postgres SERVER "S 2";

DROP SERVER "S 2";

DROP FOREIGN DATA WRAPPER "W 2";

-- hazard drop-schema: schema "We ird" goes
DROP SCHEMA "We ird";
