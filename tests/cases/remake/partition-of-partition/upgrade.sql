-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
LOCK TABLE public.t1;
-- hazard remake-table: every row of public.t1 is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t1_old AS SELECT a, b FROM public.t1;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard rebuild: table public.t1 is dropped here and created again
DROP TABLE public.t1;

CREATE TABLE public.t1 (
    a integer,
    b integer
)
PARTITION BY HASH (b);

CREATE INDEX t1_b_idx ON public.t1 USING btree (b);

CREATE TABLE public.t1a (
    a integer,
    b integer
);

CREATE INDEX t1a_b_idx ON public.t1a USING btree (b);

ALTER TABLE ONLY public.t1 ATTACH PARTITION public.t1a FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.t1b (
    a integer,
    b integer
);

CREATE INDEX t1b_b_idx ON public.t1b USING btree (b);

ALTER TABLE ONLY public.t1 ATTACH PARTITION public.t1b FOR VALUES WITH (modulus 2, remainder 1);

INSERT INTO public.t1 (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.t1_old;
DROP TABLE public.t1_old;

-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t21 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2d (blocks reads and writes)
LOCK TABLE public.t2;
-- hazard remake-table: every row of public.t2 is copied, twice, while it is locked
CREATE TABLE public.t2_old AS SELECT a, b FROM public.t2;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t21 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2d (blocks reads and writes)
-- hazard rebuild: table public.t2 is dropped here and created again
DROP TABLE public.t2;

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES IN (1);

CREATE TABLE public.t2 (
    a integer,
    b integer
);

INSERT INTO public.t2 (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.t2_old;
DROP TABLE public.t2_old;

CREATE INDEX t2_b_idx ON public.t2 USING btree (b);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES IN (2);
