CREATE TABLE public.p (
    id integer NOT NULL,
    CONSTRAINT p_pkey PRIMARY KEY (id)
)
PARTITION BY LIST (id);

CREATE TABLE public.p1 (
    id integer NOT NULL,
    CONSTRAINT p1_pkey PRIMARY KEY (id)
);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

CREATE TABLE public.p2 (
    id integer NOT NULL,
    CONSTRAINT p2_pkey PRIMARY KEY (id)
);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES IN (2);

CREATE TABLE public.t (
    k integer
);

ALTER TABLE public.t ADD CONSTRAINT t_k_fkey FOREIGN KEY (k) REFERENCES public.p(id) ON DELETE CASCADE;

ALTER TABLE public.t ADD CONSTRAINT a FOREIGN KEY (k) REFERENCES public.p(id);
