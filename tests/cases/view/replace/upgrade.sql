-- lock: ACCESS EXCLUSIVE on public.typmod (blocks reads and writes)
-- hazard rebuild: view public.typmod is dropped here and created again
DROP VIEW public.typmod;

-- lock: ACCESS EXCLUSIVE on public.reordered (blocks reads and writes)
-- hazard rebuild: view public.reordered is dropped here and created again
DROP VIEW public.reordered;

-- lock: ACCESS EXCLUSIVE on public.named (blocks reads and writes)
-- hazard rebuild: view public.named is dropped here and created again
DROP VIEW public.named;

-- lock: ACCESS EXCLUSIVE on public.fewer (blocks reads and writes)
-- hazard rebuild: view public.fewer is dropped here and created again
DROP VIEW public.fewer;

-- lock: ACCESS EXCLUSIVE on public."collation" (blocks reads and writes)
-- hazard rebuild: view public."collation" is dropped here and created again
DROP VIEW public."collation";

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.g(integer) RETURNS integer
    LANGUAGE sql
    AS $$select $1$$;

CREATE VIEW public."collation" AS
SELECT (other.z COLLATE "POSIX") AS z
   FROM public.other;

CREATE VIEW public.fewer AS
SELECT t.a
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.from_other (blocks reads and writes)
CREATE OR REPLACE VIEW public.from_other AS
SELECT other.a,
    other.z AS b
   FROM public.other;

CREATE VIEW public.named AS
SELECT t.a AS y
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.options (blocks reads and writes)
CREATE OR REPLACE VIEW public.options WITH (security_barrier='true') AS
SELECT t.a
   FROM public.t
  WHERE (t.a > 0);

CREATE VIEW public.reordered AS
SELECT t.b,
    t.a
   FROM public.t;

CREATE VIEW public.typmod AS
SELECT (t.c)::character varying(20) AS c
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.uses_f (blocks reads and writes)
CREATE OR REPLACE VIEW public.uses_f AS
SELECT public.g(t.a) AS a
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.uses_goes (blocks reads and writes)
CREATE OR REPLACE VIEW public.uses_goes AS
SELECT t.a
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.uses_old (blocks reads and writes)
CREATE OR REPLACE VIEW public.uses_old AS
SELECT t.a,
    1 AS n
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
CREATE OR REPLACE VIEW public.v AS
SELECT t.a,
    t.b,
    t.c AS more
   FROM public.t
  WHERE (t.a > 1);

CREATE VIEW public.of_more AS
SELECT v.more
   FROM public.v;

COMMENT ON COLUMN public.v.more IS 'new';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.old are lost
ALTER TABLE public.t DROP COLUMN old;

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- hazard drop-table: the rows of public.goes are lost
DROP TABLE public.goes;

DROP FUNCTION public.f(integer);
