CREATE TABLE public.part (
    id integer NOT NULL,
    CONSTRAINT part_pkey PRIMARY KEY (id)
)
PARTITION BY LIST (id);

CREATE TABLE public.part1 (
    id integer NOT NULL,
    CONSTRAINT part1_pkey PRIMARY KEY (id)
);

CREATE TABLE public.whole (
    id integer NOT NULL,
    CONSTRAINT whole_pkey PRIMARY KEY (id)
)
PARTITION BY LIST (id);

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.whole are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_k_fkey FOREIGN KEY (k) REFERENCES public.whole(id);

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.whole are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_k_fkey1 FOREIGN KEY (k) REFERENCES public.whole(id) ON DELETE CASCADE;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
ALTER TABLE ONLY public.whole ATTACH PARTITION public.part FOR VALUES IN (1, 2);

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
ALTER TABLE ONLY public.part ATTACH PARTITION public.part1 FOR VALUES IN (1);
