-- lock: ACCESS EXCLUSIVE on public.vs (blocks reads and writes)
-- hazard rebuild: view public.vs is dropped here and created again because of table public.stays
DROP VIEW public.vs;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of table public.t
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.refers (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: foreign key public.refers.r is dropped here and created again because of table public.t
ALTER TABLE public.refers DROP CONSTRAINT r;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard detach-partition: the rows of public.joins are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.joins;

CREATE TABLE public.goes (
    id integer NOT NULL,
    kind text NOT NULL,
    at date NOT NULL,
    CONSTRAINT goes_pkey PRIMARY KEY (id, kind, at)
);

CREATE INDEX goes_at_idx ON public.goes USING btree (at);

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- hazard drop-index: waits for every query on public.joins, and all others wait behind it
DROP INDEX public.joins_at_idx;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
LOCK TABLE public.t;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t_old AS SELECT id, kind, at FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

CREATE TABLE public.stays (
    id integer NOT NULL,
    kind text NOT NULL,
    at date NOT NULL,
    CONSTRAINT stays_pkey PRIMARY KEY (id, kind, at)
);

CREATE INDEX stays_at_idx ON public.stays USING btree (at);

CREATE TABLE public.t (
    id integer NOT NULL,
    kind text NOT NULL,
    at date NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id, kind, at)
)
PARTITION BY RANGE (at);

CREATE INDEX t_at ON public.t USING btree (at);

ALTER TABLE ONLY public.t ATTACH PARTITION public.goes FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- locks public.leaves too, against reads and writes
-- hazard attach-partition: public.leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.leaves FOR VALUES FROM ('2010-01-01') TO ('2020-01-01');

ALTER TABLE ONLY public.t ATTACH PARTITION public.stays FOR VALUES FROM ('2000-01-01') TO ('2010-01-01');

INSERT INTO public.t (id, kind, at) OVERRIDING SYSTEM VALUE SELECT id, kind, at FROM public.t_old;
DROP TABLE public.t_old;

-- lock: SHARE ROW EXCLUSIVE on public.leaves (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.refers (blocks writes)
-- hazard add-foreign-key: public.refers and public.t are locked against writes while the rows are checked
ALTER TABLE public.refers ADD CONSTRAINT r FOREIGN KEY (id, kind, at) REFERENCES public.t(id, kind, at);

CREATE VIEW public.v AS
SELECT t.id,
    t.kind,
    t.at
   FROM public.t;

CREATE VIEW public.vs AS
SELECT stays.id
   FROM public.stays;
