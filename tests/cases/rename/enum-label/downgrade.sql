-- hazard rename: what uses the label ok fails
ALTER TYPE public.mood RENAME VALUE 'ok' TO 'fine';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'fine'::public.mood;
