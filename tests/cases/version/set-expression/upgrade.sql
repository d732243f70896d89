-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-generated-column: public.p is written anew to compute public.p.b
ALTER TABLE public.p ALTER COLUMN b SET EXPRESSION AS (a * 5);

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard add-generated-column: public.parent is written anew to compute public.parent.b
ALTER TABLE public.parent ALTER COLUMN b SET EXPRESSION AS (a * 5);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-generated-column: public.t is written anew to compute public.t.w
ALTER TABLE public.t ALTER COLUMN w SET EXPRESSION AS (a * 7);
