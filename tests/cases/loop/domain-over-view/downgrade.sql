-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- public.u.x is text until domain public.d is there again
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u ALTER COLUMN x TYPE text;

-- hazard rebuild: domain public.d is dropped here and created again because of view public.v
DROP DOMAIN public.d;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t;

CREATE DOMAIN public.d AS public.v;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.x that do not fit public.d make it fail, or are changed
ALTER TABLE public.u ALTER COLUMN x TYPE public.d USING x::public.d;
