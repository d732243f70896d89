-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN n TYPE text,
    ALTER COLUMN n SET DEFAULT '7'::text;
