-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.x
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

-- hazard rebuild: function public.f(public.a) is dropped here and created again because of domain public.a
DROP FUNCTION public.f(public.a);

CREATE TYPE public.gone AS ENUM ('g');

-- hazard enum-rebuild: every column of type public.kind is written anew; rows with a label that goes make it fail
ALTER TYPE public.kind RENAME TO kind_old;

-- hazard type-rewrite: every column of domain public.a is written anew
ALTER DOMAIN public.a RENAME TO a_old;

CREATE TYPE public.a AS ENUM ('x', 'y');

CREATE DOMAIN public.kind AS text;

-- hazard type-rewrite: every column of domain public.over_a is written anew
ALTER DOMAIN public.over_a RENAME TO over_a_old;
CREATE DOMAIN public.over_a AS public.a
    CONSTRAINT over_a_check CHECK (VALUE <> 'y'::public.a);

-- hazard type-rewrite: every column of the range type public.q is written anew
ALTER TYPE public.q RENAME TO q_old;
ALTER FUNCTION public.q(integer, integer) RENAME TO q_old;
ALTER FUNCTION public.q(integer, integer, text) RENAME TO q_old;
ALTER FUNCTION public.m() RENAME TO m_old;
ALTER FUNCTION public.m(public.q_old) RENAME TO m_old;
ALTER FUNCTION public.m(VARIADIC public.q_old[]) RENAME TO m_old;
ALTER TYPE public.m RENAME TO m_old;

CREATE TYPE public.r AS RANGE (
    subtype = integer,
    multirange_type_name = public.m
);

-- hazard type-rewrite: every column of the composite type public.c is written anew
ALTER TYPE public.c RENAME TO c_old;
CREATE TYPE public.c AS (
    one public.a,
    two integer
);

ALTER TYPE public.rs ALTER ATTRIBUTE of TYPE public.r;

ALTER TYPE public.rs ALTER ATTRIBUTE many TYPE public.m;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.a) RETURNS boolean
    LANGUAGE sql
    AS $$select true$$;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parted (blocks reads and writes)
-- hazard type-rewrite: public.parted is written anew, with its indexes
ALTER TABLE public.parted ALTER COLUMN x TYPE public.a USING x::text::public.a;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.g that do not fit public.gone make it fail, or are changed
-- hazard type-narrows: values of public.t.r that do not fit public.r make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.a USING x::text::public.a,
    ALTER COLUMN x SET DEFAULT 'x'::public.a,
    ALTER COLUMN xs TYPE public.a[] USING xs::text[]::public.a[],
    ALTER COLUMN o TYPE public.over_a USING o::text::public.over_a,
    ALTER COLUMN y TYPE public.c USING y::text::public.c,
    ALTER COLUMN k TYPE public.kind USING k::text::public.kind,
    ALTER COLUMN g TYPE public.gone USING g::public.gone,
    ALTER COLUMN r TYPE public.r USING r::text::public.r,
    ALTER COLUMN n TYPE public.m USING n::text::public.m;

CREATE VIEW public.v AS
SELECT t.id,
    t.x
   FROM public.t;

DROP TYPE public.c_old;

DROP TYPE public.q_old;

DROP DOMAIN public.unused;

CREATE TYPE public.unused AS ENUM ('u');

DROP DOMAIN public.over_a_old;

DROP DOMAIN public.a_old;

DROP TYPE public.kind_old;
