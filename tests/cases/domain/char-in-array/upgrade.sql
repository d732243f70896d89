-- hazard type-rewrite: every column of domain public.code is written anew
ALTER DOMAIN public.code RENAME TO code_old;
CREATE DOMAIN public.code AS character(5);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE public.code[] USING c::text[];

DROP DOMAIN public.code_old;
