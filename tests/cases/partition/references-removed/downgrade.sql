CREATE TABLE public.p (
    a integer NOT NULL,
    parent integer,
    CONSTRAINT p_pkey PRIMARY KEY (a)
)
PARTITION BY RANGE (a);

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
-- hazard add-foreign-key: public.f and public.p are locked against writes while the rows are checked
ALTER TABLE public.f ADD CONSTRAINT f_x_fkey FOREIGN KEY (x) REFERENCES public.p(a);

ALTER TABLE public.p ADD CONSTRAINT p_parent_fkey FOREIGN KEY (parent) REFERENCES public.p(a);

CREATE TABLE public.p1 (
    a integer NOT NULL,
    parent integer,
    CONSTRAINT p1_pkey PRIMARY KEY (a)
);

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

CREATE TABLE public.p2 (
    a integer NOT NULL,
    parent integer,
    CONSTRAINT p2_pkey PRIMARY KEY (a)
);

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);
