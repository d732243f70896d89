-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- hazard rebuild: foreign key public.y.y_x is dropped here and created again because of foreign key dropped before its table
ALTER TABLE public.y DROP CONSTRAINT y_x;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
LOCK TABLE public.x;
-- hazard remake-table: every row of public.x is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.x_old AS SELECT a, b FROM public.x;
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- hazard rebuild: table public.x is dropped here and created again
DROP TABLE public.x;

-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
LOCK TABLE public.y;
-- hazard remake-table: every row of public.y is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.y_old AS SELECT a, b FROM public.y;
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- hazard rebuild: table public.y is dropped here and created again
DROP TABLE public.y;

CREATE TABLE public.x (
    a integer,
    b integer,
    CONSTRAINT x_a_b_key UNIQUE (a, b)
)
PARTITION BY LIST (a);

-- lock: ACCESS EXCLUSIVE on public.x1 (blocks reads and writes)
-- locks public.x1 too, against reads and writes
-- hazard attach-partition: public.x1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.x ATTACH PARTITION public.x1 FOR VALUES IN (1);

INSERT INTO public.x (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.x_old;
DROP TABLE public.x_old;

CREATE TABLE public.y (
    a integer,
    b integer,
    CONSTRAINT y_a_b_key UNIQUE (a, b)
)
PARTITION BY LIST (a);

-- lock: ACCESS EXCLUSIVE on public.y1 (blocks reads and writes)
-- locks public.y1 too, against reads and writes
-- hazard attach-partition: public.y1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.y ATTACH PARTITION public.y1 FOR VALUES IN (1);

INSERT INTO public.y (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.y_old;
DROP TABLE public.y_old;

-- lock: SHARE ROW EXCLUSIVE on public.x1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.y1 (blocks writes)
ALTER TABLE public.x ADD CONSTRAINT x_y FOREIGN KEY (a, b) REFERENCES public.y(a, b);

-- lock: SHARE ROW EXCLUSIVE on public.x1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.y1 (blocks writes)
ALTER TABLE public.y ADD CONSTRAINT y_x FOREIGN KEY (a, b) REFERENCES public.x(a, b);
