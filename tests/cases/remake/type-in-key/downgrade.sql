-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of table public.t
DROP VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
LOCK TABLE public.t;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t_old AS SELECT id, v FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
LOCK TABLE public.p1;
-- hazard remake-table: every row of public.p1 is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.p1_old AS SELECT id, k FROM public.p1;
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard rebuild: table public.p1 is dropped here and created again
DROP TABLE public.p1;

ALTER TYPE public.e ADD VALUE 'b' AFTER 'a';

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard type-rewrite: public.p is written anew, with its indexes
-- hazard type-narrows: values of public.p.k that do not fit integer make it fail, or are changed
ALTER TABLE public.p ALTER COLUMN k TYPE integer;

CREATE TABLE public.p1 (
    id integer NOT NULL,
    k integer
)
PARTITION BY LIST (k);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

CREATE TABLE public.p11 (
    id integer NOT NULL,
    k integer
);

ALTER TABLE ONLY public.p1 ATTACH PARTITION public.p11 FOR VALUES IN (1, 2);

INSERT INTO public.p1 (id, k) OVERRIDING SYSTEM VALUE SELECT id, k FROM public.p1_old;
DROP TABLE public.p1_old;

CREATE TABLE public.t (
    id integer NOT NULL,
    v text
)
PARTITION BY LIST (id);

CREATE INDEX t_id ON public.t USING btree (id);

CREATE TABLE public.t1 (
    id integer NOT NULL,
    v text
);

CREATE INDEX t1_id_idx ON public.t1 USING btree (id);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES IN (1, 2);

INSERT INTO public.t (id, v) OVERRIDING SYSTEM VALUE SELECT id, v FROM public.t_old;
DROP TABLE public.t_old;

CREATE VIEW public.w AS
SELECT t.id
   FROM public.t;
