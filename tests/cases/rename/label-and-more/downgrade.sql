-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard rename: what still says public.t2 for public.t fails
ALTER TABLE public.t2 RENAME TO t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rename: what still says no for public.t.id fails
ALTER TABLE public.t RENAME COLUMN no TO id;

-- hazard rename: what uses the label unhappy fails
ALTER TYPE public.mood RENAME VALUE 'unhappy' TO 'sad';

-- hazard rename: what uses the label good fails
ALTER TYPE public.wine RENAME VALUE 'good' TO 'fine';
