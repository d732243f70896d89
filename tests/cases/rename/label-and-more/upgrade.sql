-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rename: what still says public.t for public.t2 fails
ALTER TABLE public.t RENAME TO t2;

-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard rename: what still says id for public.t2.no fails
ALTER TABLE public.t2 RENAME COLUMN id TO no;

-- hazard rename: what uses the label sad fails
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'unhappy';

-- hazard rename: what uses the label fine fails
ALTER TYPE public.wine RENAME VALUE 'fine' TO 'good';
