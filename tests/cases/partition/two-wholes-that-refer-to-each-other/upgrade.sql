-- not proven with rows in public.x1: new row for relation "x1" violates partition constraint
-- not proven with rows in public.y1: new row for relation "y1" violates partition constraint

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y1 (blocks reads and writes)
-- hazard rebuild: foreign key public.y.y_x is dropped here and created again
ALTER TABLE public.y DROP CONSTRAINT y_x;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y1 (blocks reads and writes)
-- hazard rebuild: foreign key public.x.x_y is dropped here and created again
ALTER TABLE public.x DROP CONSTRAINT x_y;

-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.y1 are not in public.y any more
ALTER TABLE public.y DETACH PARTITION public.y1;

-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
LOCK TABLE public.y;
-- hazard remake-table: every row of public.y is copied, twice, while it is locked
CREATE TABLE public.y_old AS SELECT a, b FROM public.y;
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- hazard rebuild: table public.y is dropped here and created again
DROP TABLE public.y;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.x1 are not in public.x any more
ALTER TABLE public.x DETACH PARTITION public.x1;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
LOCK TABLE public.x;
-- hazard remake-table: every row of public.x is copied, twice, while it is locked
CREATE TABLE public.x_old AS SELECT a, b FROM public.x;
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- hazard rebuild: table public.x is dropped here and created again
DROP TABLE public.x;

CREATE TABLE public.x (
    a integer,
    b integer,
    CONSTRAINT x_a_b_key UNIQUE (a, b)
);

INSERT INTO public.x (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.x_old;
DROP TABLE public.x_old;

CREATE TABLE public.y (
    a integer,
    b integer,
    CONSTRAINT y_a_b_key UNIQUE (a, b)
);

INSERT INTO public.y (a, b) OVERRIDING SYSTEM VALUE SELECT a, b FROM public.y_old;
DROP TABLE public.y_old;

ALTER TABLE public.x ADD CONSTRAINT x_y FOREIGN KEY (a, b) REFERENCES public.y(a, b);

ALTER TABLE public.y ADD CONSTRAINT y_x FOREIGN KEY (a, b) REFERENCES public.x(a, b);
