ALTER TYPE public.e ADD VALUE 'long';

-- hazard type-rewrite: every column of domain public.b is written anew
ALTER DOMAIN public.b RENAME TO b_old;
CREATE DOMAIN public.b AS text;

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS public.c;

-- hazard type-rewrite: every column of the composite type public.k is written anew
ALTER TYPE public.k RENAME TO k_old;
CREATE TYPE public.k AS (
    a character varying,
    b integer,
    n numeric
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.za that do not fit text[] make it fail, or are changed
-- hazard type-narrows: values of public.t.e that do not fit public.e make it fail, or are changed
-- hazard type-narrows: values of public.t.ea that do not fit public.e[] make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.d USING x::text::public.d,
    ALTER COLUMN y TYPE public.d[] USING y::text[]::public.d[],
    ALTER COLUMN z TYPE text,
    ALTER COLUMN za TYPE text[],
    ALTER COLUMN e TYPE public.e USING e::public.e,
    ALTER COLUMN ea TYPE public.e[] USING ea::text[]::public.e[],
    ALTER COLUMN bits TYPE text,
    ALTER COLUMN k TYPE public.k USING CASE WHEN k IS DISTINCT FROM NULL THEN ROW((k).a, (k).b, (k).n)::text::public.k END;

DROP TYPE public.k_old;

DROP DOMAIN public.d_old;

DROP DOMAIN public.b_old;
