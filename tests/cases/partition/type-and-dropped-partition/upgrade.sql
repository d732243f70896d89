-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.t: invalid input syntax for type numeric: "{}" (ALTER TABLE public.t ALTER COLUMN c TYPE numeric USING c::te ...)

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 ALTER COLUMN c DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.of_u1 (blocks reads and writes)
DROP VIEW public.of_u1;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.u2 (blocks reads and writes)
-- hazard detach-partition: the rows of public.u2 are not in public.u any more
ALTER TABLE public.u DETACH PARTITION public.u2;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.u1 (blocks reads and writes)
-- hazard drop-table: the rows of public.u1 are lost
DROP TABLE public.u1;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u ALTER COLUMN c TYPE text;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
CREATE OR REPLACE VIEW public.other AS
SELECT u.d
   FROM public.u
  WHERE (u.c IS NOT NULL);

-- lock: ACCESS EXCLUSIVE on public.u2 (blocks reads and writes)
-- locks public.u too, for a moment
-- hazard drop-table: the rows of public.u2 are lost
DROP TABLE public.u2;

-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t31 (blocks reads and writes)
-- hazard drop-table: the rows of public.t31 are lost
DROP TABLE public.t31;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- hazard drop-table: the rows of public.t3 are lost
DROP TABLE public.t3;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard drop-table: the rows of public.t2 are lost
DROP TABLE public.t2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit numeric make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE numeric USING c::text::numeric;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t ALTER COLUMN c SET DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 ALTER COLUMN c SET DEFAULT 1;
