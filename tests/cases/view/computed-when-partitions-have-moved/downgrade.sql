-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard detach-partition: the rows of public.joins are not in public.whole any more
ALTER TABLE public.whole DETACH PARTITION public.joins;

CREATE TABLE public.child ()
INHERITS (public.parent);

CREATE TABLE public.goes (
    id integer,
    k integer
);

ALTER TABLE ONLY public.whole ATTACH PARTITION public.goes FOR VALUES IN (1);

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.whole (does not block reads or writes)
-- hazard attach-partition: public.leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.whole ATTACH PARTITION public.leaves FOR VALUES IN (2);

-- lock: ACCESS EXCLUSIVE on public.computed (blocks reads and writes)
-- hazard drop-matview: the rows of public.computed must be computed again
DROP MATERIALIZED VIEW public.computed;

-- lock: ACCESS EXCLUSIVE on public."between" (blocks reads and writes)
DROP VIEW public."between";
