CREATE TABLE public.a (
    x integer,
    y integer
);

DROP STATISTICS public.s;

CREATE STATISTICS public.s ON x, y FROM public.a;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard drop-table: the rows of public.b are lost
DROP TABLE public.b;

CREATE STATISTICS public.s2 ON x, y FROM public.c;
