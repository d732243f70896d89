ALTER TABLE public.t
    ALTER COLUMN a SET (n_distinct_inherited='-0.5'),
    ALTER COLUMN a RESET (n_distinct),
    ALTER COLUMN b SET STATISTICS 0,
    ALTER COLUMN c SET STATISTICS 300;

ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS -1;
ALTER INDEX public.i ALTER COLUMN 3 SET STATISTICS 200;

ALTER INDEX public.j ALTER COLUMN 1 SET STATISTICS 0;

ALTER STATISTICS public.s SET STATISTICS -1;

ALTER STATISTICS public.s2 SET STATISTICS 0;

CREATE STATISTICS public.s3 ON ((a - b)) FROM public.t;
ALTER STATISTICS public.s3 SET STATISTICS 60;

ALTER INDEX public.e ALTER COLUMN 2 SET STATISTICS 33;

ALTER TABLE public.y ALTER COLUMN n SET (n_distinct='7');

-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- hazard add-exclusion: the index of f is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.y ADD CONSTRAINT f EXCLUDE USING gist ((n + 1) WITH =);
ALTER INDEX public.f ALTER COLUMN 1 SET STATISTICS 44;
