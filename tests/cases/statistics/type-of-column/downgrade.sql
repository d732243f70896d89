-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.j is dropped here and created again because of column public.t.c
DROP INDEX public.j;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.i is dropped here and created again
DROP INDEX public.i;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: exclusion public.t.x is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT x;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
-- hazard rebuild: index public.p.k is dropped here and created again
DROP INDEX public.k;

-- hazard type-rewrite: every column of domain public.code is written anew
ALTER DOMAIN public.code RENAME TO code_old;
CREATE DOMAIN public.code AS text;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN a TYPE text;

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_lower_idx ON public.p1 USING btree (lower(a));
ALTER INDEX public.p1_lower_idx ALTER COLUMN 1 SET STATISTICS 80;

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX k ON public.p USING btree (lower(a));
ALTER INDEX public.k ALTER COLUMN 1 SET STATISTICS 80;

ALTER STATISTICS public.sp SET STATISTICS 5;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text,
    ALTER COLUMN c TYPE public.code USING c::text::public.code;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-exclusion: the index of x is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.t ADD CONSTRAINT x EXCLUDE USING gist (a WITH =, lower(a) WITH =);
ALTER INDEX public.x ALTER COLUMN 2 SET STATISTICS 70;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i ON public.t USING btree (b, (a || 'x'::text));
ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS 50;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX j ON public.t USING btree (lower((c)::text));
ALTER INDEX public.j ALTER COLUMN 1 SET STATISTICS 60;

ALTER STATISTICS public.d SET STATISTICS 0;

ALTER STATISTICS public.s SET STATISTICS 100;

DROP DOMAIN public.code_old;
