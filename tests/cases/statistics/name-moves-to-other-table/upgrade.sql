CREATE TABLE public.b (
    x integer,
    y integer
);

DROP STATISTICS public.s2;

CREATE STATISTICS public.s2 ON x, y FROM public.b;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard drop-table: the rows of public.a are lost
DROP TABLE public.a;

CREATE STATISTICS public.s ON x, y FROM public.c;
