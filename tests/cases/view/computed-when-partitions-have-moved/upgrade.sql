-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard detach-partition: the rows of public.leaves are not in public.whole any more
ALTER TABLE public.whole DETACH PARTITION public.leaves;

CREATE VIEW public."between" AS
SELECT whole.id,
    whole.k
   FROM public.whole;

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard drop-table: the rows of public.goes are lost
DROP TABLE public.goes;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.whole (does not block reads or writes)
-- hazard attach-partition: public.joins is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.whole ATTACH PARTITION public.joins FOR VALUES IN (3);

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- hazard drop-table: the rows of public.child are lost
DROP TABLE public.child;

CREATE MATERIALIZED VIEW public.computed AS
SELECT "between".k,
    ( SELECT count(*) AS count
           FROM public.parent) AS n
   FROM public."between"
WITH DATA;
