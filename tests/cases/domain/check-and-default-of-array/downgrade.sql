ALTER DOMAIN public.e DROP NOT NULL;

ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard column-order: public.t.x comes last, not before y as in the model
ALTER TABLE public.t ADD COLUMN x public.d[] DEFAULT '{}'::public.d[];
