-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- public.u.y is text until view public.v is there again
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u
    ALTER COLUMN y TYPE text,
    ALTER COLUMN x DROP DEFAULT,
    ALTER COLUMN x TYPE text;

DROP DOMAIN public.dd;

DROP DOMAIN public.d;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
SELECT (NULL::public.t IS NULL) AS x,
    t.b
   FROM public.t;

CREATE DOMAIN public.e AS public.v;

CREATE DOMAIN public.ee AS public.e;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.x that do not fit public.e make it fail, or are changed
-- hazard type-narrows: values of public.u.y that do not fit public.ee make it fail, or are changed
ALTER TABLE public.u
    ALTER COLUMN x TYPE public.e USING x::public.e,
    ALTER COLUMN x SET DEFAULT (NULL::public.v)::public.e,
    ALTER COLUMN y TYPE public.ee USING y::public.ee;
