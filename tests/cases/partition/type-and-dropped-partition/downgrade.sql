-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- hazard rebuild: view public.other is dropped here and created again because of column public.u.c
DROP VIEW public.other;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 ALTER COLUMN c DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit boolean[] make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE boolean[] USING c::text::boolean[];

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t ALTER COLUMN c SET DEFAULT '{}'::boolean[];

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 ALTER COLUMN c SET DEFAULT '{}'::boolean[];

CREATE TABLE public.t2 (
    id integer,
    c boolean[] DEFAULT '{t}'::boolean[]
);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES FROM (4) TO (7);

CREATE TABLE public.t3 (
    id integer,
    c boolean[] DEFAULT '{}'::boolean[]
)
PARTITION BY RANGE (id);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t3 FOR VALUES FROM (7) TO (9);

CREATE TABLE public.t31 (
    id integer,
    c boolean[] DEFAULT '{}'::boolean[]
);

ALTER TABLE ONLY public.t3 ATTACH PARTITION public.t31 FOR VALUES FROM (7) TO (8);

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.c that do not fit boolean make it fail, or are changed
ALTER TABLE public.u ALTER COLUMN c TYPE boolean USING c::boolean;

CREATE TABLE public.u1 (
    id integer,
    c boolean,
    d integer
);

ALTER TABLE ONLY public.u ATTACH PARTITION public.u1 FOR VALUES IN (1);

CREATE TABLE public.u2 (
    id integer,
    c boolean,
    d integer,
    CONSTRAINT own CHECK (c)
);

ALTER TABLE ONLY public.u ATTACH PARTITION public.u2 FOR VALUES IN (2);

CREATE VIEW public.of_u1 AS
SELECT u1.c
   FROM public.u1;

CREATE VIEW public.other AS
SELECT u2.d
   FROM public.u2;
