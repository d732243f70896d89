CREATE TABLE public.fresh (
    a integer
)
PARTITION BY LIST (a)
USING other;

CREATE TABLE public.fresh1 (
    a integer
)
USING other;

ALTER TABLE ONLY public.fresh ATTACH PARTITION public.fresh1 FOR VALUES IN (1);

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
ALTER TABLE public.gets SET ACCESS METHOD other;

CREATE TABLE public.gets2 (
    a integer
)
USING other;

ALTER TABLE ONLY public.gets ATTACH PARTITION public.gets2 FOR VALUES IN (2);

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE public.loses SET ACCESS METHOD DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.loses1 (blocks reads and writes)
-- hazard move-data: the whole of public.loses1 is written anew
ALTER TABLE public.loses1 SET ACCESS METHOD other;
