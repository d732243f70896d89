CREATE TABLE public.a_1 (
    id integer NOT NULL,
    foo text NOT NULL,
    CONSTRAINT a_1_pkey PRIMARY KEY (foo, id)
);

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
ALTER TABLE ONLY public.a ATTACH PARTITION public.a_1 FOR VALUES IN ('1');

CREATE TABLE public.b_1 (
    id integer NOT NULL,
    foo text NOT NULL,
    CONSTRAINT b_1_pkey PRIMARY KEY (foo, id)
);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
ALTER TABLE ONLY public.b ATTACH PARTITION public.b_1 FOR VALUES IN ('1');

ALTER TABLE public.a_1 ADD CONSTRAINT a_1_b_1 FOREIGN KEY (foo, id) REFERENCES public.b_1(foo, id);

ALTER TABLE public.b_1 ADD CONSTRAINT b_1_a_1 FOREIGN KEY (foo, id) REFERENCES public.a_1(foo, id);
