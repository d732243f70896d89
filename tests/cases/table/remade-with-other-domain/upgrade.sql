-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
LOCK TABLE public.t;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t_old AS SELECT id, k, c, x FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

CREATE DOMAIN public.d2 AS smallint DEFAULT 0;

CREATE DOMAIN public.e2 AS character varying;

CREATE TABLE public.t (
    id integer,
    k bigint NOT NULL,
    c public.d2 NOT NULL,
    x public.e2
)
PARTITION BY HASH (id);

CREATE TABLE public.t1 (
    id integer,
    k bigint NOT NULL,
    c public.d2 NOT NULL,
    x public.e2
);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.t2 (
    id integer,
    k bigint NOT NULL,
    c public.d2 NOT NULL,
    x public.e2
);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES WITH (modulus 2, remainder 1);

INSERT INTO public.t (id, k, c, x) OVERRIDING SYSTEM VALUE SELECT id, k, c, x FROM public.t_old;
DROP TABLE public.t_old;

DROP DOMAIN public.e;

DROP DOMAIN public.d;
