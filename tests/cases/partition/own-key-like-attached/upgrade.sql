-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.c makes it fail
ALTER TABLE public.p ALTER COLUMN c SET NOT NULL;

CREATE TABLE public.u (
    id integer,
    c integer
)
PARTITION BY HASH (id);

CREATE UNIQUE INDEX u_parted ON public.u USING btree (id, c);

CREATE TABLE public.v (
    id integer NOT NULL,
    c integer NOT NULL
);

CREATE UNIQUE INDEX v_id_c_idx ON public.v USING btree (id, c);

ALTER TABLE public.v ADD CONSTRAINT v_own PRIMARY KEY (id, c);

ALTER TABLE ONLY public.u ATTACH PARTITION public.v FOR VALUES WITH (modulus 4, remainder 2);

CREATE UNIQUE INDEX v_more ON public.v USING btree (id, c);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT gone,
    ALTER COLUMN id DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.id makes it fail
ALTER TABLE public.p ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of own is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT own PRIMARY KEY (id, c);
