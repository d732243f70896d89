-- hazard rename: what uses the label fine fails
ALTER TYPE public.mood RENAME VALUE 'fine' TO 'ok';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
