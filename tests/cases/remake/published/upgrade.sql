-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
LOCK TABLE public.t;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t_old AS SELECT a, b FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

CREATE TABLE public.t (
    a integer,
    b text
)
PARTITION BY LIST (b);

CREATE TABLE public.t1 (
    a integer,
    b text
);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 DEFAULT;

INSERT INTO public.t (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.t_old;
DROP TABLE public.t_old;
-- one is not managed here, and published it before
ALTER PUBLICATION one ADD TABLE ONLY public.t;
-- two is not managed here, and published it before
ALTER PUBLICATION two ADD TABLE ONLY public.t1;
