CREATE TABLE public.f (
    a integer
);

CREATE TABLE public.p (
    a integer NOT NULL,
    b text,
    CONSTRAINT p_pkey PRIMARY KEY (a)
)
PARTITION BY range(a);

CREATE INDEX p_b_idx ON public.p USING btree (b);

CREATE TABLE public.p1 (
    a integer NOT NULL,
    b text,
    CONSTRAINT p1_pkey PRIMARY KEY (a)
);

CREATE INDEX p1_b_idx ON public.p1 USING btree (b);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 for values from (0) to (10);

ALTER TABLE public.f ADD CONSTRAINT f_a_fkey FOREIGN KEY (a) REFERENCES public.p1(a);
