CREATE TABLE public.p (
    id integer NOT NULL,
    k bigint NOT NULL,
    CONSTRAINT p_pkey PRIMARY KEY (id),
    CONSTRAINT a UNIQUE (id, k) DEFERRABLE INITIALLY DEFERRED
)
PARTITION BY HASH (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.id makes it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

ALTER TABLE ONLY public.t ATTACH PARTITION public.p FOR VALUES FROM (1) TO (3);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of z is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT z PRIMARY KEY (id);
