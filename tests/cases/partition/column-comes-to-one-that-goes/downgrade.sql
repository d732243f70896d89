CREATE TABLE public.goes (
    id integer,
    a text
);

CREATE TABLE public.grandchild ()
INHERITS (public.child);

CREATE TABLE public.keeps (
    id integer,
    c public.grandchild
);

CREATE VIEW public.of_rows AS
SELECT (NULL::public.goes IS NULL) AS nothing;

CREATE VIEW public.on_keeps AS
SELECT keeps.id
   FROM public.keeps;

-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard drop-column: the values of public.whole.b are lost
ALTER TABLE public.whole DROP COLUMN b;

ALTER TABLE ONLY public.whole ATTACH PARTITION public.goes FOR VALUES FROM (10) TO (20);

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard drop-column: the values of public.parent.d are lost
ALTER TABLE public.parent DROP COLUMN d;
