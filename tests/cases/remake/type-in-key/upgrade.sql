-- not proven with rows in public.s2: new row for relation "s2" violates partition constraint

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of column public.t.id
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

-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s2 (blocks reads and writes)
LOCK TABLE public.s;
-- hazard remake-table: every row of public.s is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.s_old AS SELECT id, k FROM public.s;
-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s2 (blocks reads and writes)
-- hazard rebuild: table public.s is dropped here and created again because of enum public.e
DROP TABLE public.s;

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

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'c');

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard type-rewrite: public.p is written anew, with its indexes
ALTER TABLE public.p ALTER COLUMN k TYPE bigint;

CREATE TABLE public.p1 (
    id integer NOT NULL,
    k bigint
)
PARTITION BY LIST (k);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

CREATE TABLE public.p11 (
    id integer NOT NULL,
    k bigint
);

ALTER TABLE ONLY public.p1 ATTACH PARTITION public.p11 FOR VALUES IN ('1', '2');

INSERT INTO public.p1 (id, k) OVERRIDING SYSTEM VALUE SELECT id, k FROM public.p1_old;
DROP TABLE public.p1_old;

CREATE TABLE public.s (
    id integer,
    k public.e
)
PARTITION BY LIST (k);

CREATE TABLE public.s1 (
    id integer,
    k public.e
);

ALTER TABLE ONLY public.s ATTACH PARTITION public.s1 FOR VALUES IN ('a');

CREATE TABLE public.s2 (
    id integer,
    k public.e
);

ALTER TABLE ONLY public.s ATTACH PARTITION public.s2 DEFAULT;

INSERT INTO public.s (id, k) OVERRIDING SYSTEM VALUE SELECT id, k::text::public.e FROM public.s_old;
DROP TABLE public.s_old;

CREATE TABLE public.t (
    id bigint NOT NULL,
    v text
)
PARTITION BY LIST (id);

CREATE INDEX t_id ON public.t USING btree (id);

CREATE TABLE public.t1 (
    id bigint NOT NULL,
    v text
);

CREATE INDEX t1_id_idx ON public.t1 USING btree (id);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES IN ('1', '2');

INSERT INTO public.t (id, v) OVERRIDING SYSTEM VALUE SELECT id, v FROM public.t_old;
DROP TABLE public.t_old;

CREATE VIEW public.w AS
SELECT t.id
   FROM public.t;

DROP TYPE public.e_old;
