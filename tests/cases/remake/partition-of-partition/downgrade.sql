-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
LOCK TABLE public.t2;
-- hazard remake-table: every row of public.t2 is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t2_old AS SELECT a, b FROM public.t2;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard rebuild: table public.t2 is dropped here and created again
DROP TABLE public.t2;

CREATE TABLE public.t2 (
    a integer,
    b integer
)
PARTITION BY LIST (b);

CREATE INDEX t2_b_idx ON public.t2 USING btree (b);

CREATE TABLE public.t21 (
    a integer,
    b integer
);

CREATE INDEX t21_b_idx ON public.t21 USING btree (b);

ALTER TABLE ONLY public.t2 ATTACH PARTITION public.t21 FOR VALUES IN (1);

CREATE TABLE public.t2d (
    a integer,
    b integer
);

CREATE INDEX t2d_b_idx ON public.t2d USING btree (b);

ALTER TABLE ONLY public.t2 ATTACH PARTITION public.t2d DEFAULT;

INSERT INTO public.t2 (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.t2_old;
DROP TABLE public.t2_old;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1b (blocks reads and writes)
LOCK TABLE public.t1;
-- hazard remake-table: every row of public.t1 is copied, twice, while it is locked
CREATE TABLE public.t1_old AS SELECT a, b FROM public.t1;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1b (blocks reads and writes)
-- hazard rebuild: table public.t1 is dropped here and created again
DROP TABLE public.t1;

CREATE TABLE public.t1 (
    a integer,
    b integer
);

INSERT INTO public.t1 (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.t1_old;
DROP TABLE public.t1_old;

CREATE INDEX t1_b_idx ON public.t1 USING btree (b);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES IN (1);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES IN (2);
