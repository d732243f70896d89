-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- public.u.y is text until view public.v is there again
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u
    ALTER COLUMN y TYPE text,
    ALTER COLUMN x DROP DEFAULT,
    ALTER COLUMN x TYPE text;

DROP DOMAIN public.ee;

DROP DOMAIN public.e;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

CREATE VIEW public.v AS
SELECT (NULL::public.t IS NULL) AS x,
    t.b
   FROM public.t;

CREATE DOMAIN public.d AS public.v;

CREATE DOMAIN public.dd AS public.d;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.x that do not fit public.d make it fail, or are changed
-- hazard type-narrows: values of public.u.y that do not fit public.dd make it fail, or are changed
ALTER TABLE public.u
    ALTER COLUMN x TYPE public.d USING x::public.d,
    ALTER COLUMN x SET DEFAULT (NULL::public.v)::public.d,
    ALTER COLUMN y TYPE public.dd USING y::public.dd;
