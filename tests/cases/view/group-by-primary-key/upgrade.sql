-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.a makes it fail
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of t_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t
  GROUP BY t.a;
