-- hazard rename: what still says two for one fails
ALTER SCHEMA two RENAME TO one;

-- hazard rename: what still says public.e2 for one.e fails
ALTER TYPE public.e2 SET SCHEMA one;
-- hazard rename: what still says one.e2 for one.e fails
ALTER TYPE one.e2 RENAME TO e;

-- lock: ACCESS EXCLUSIVE on one.s2 (blocks reads and writes)
-- hazard rename: what still says one.s2 for one.s fails
ALTER SEQUENCE one.s2 RENAME TO s;

-- hazard rename: what still says one.f2 for one.f() fails
ALTER FUNCTION one.f2() RENAME TO f;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- hazard rename: what still says public.leaves for one.leaves fails
ALTER TABLE public.leaves SET SCHEMA one;

-- lock: ACCESS EXCLUSIVE on one.stayed (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on two.stayed (blocks reads and writes)
-- hazard rename: what still says one.stayed for one.stays fails
ALTER TABLE one.stayed RENAME TO stays;

-- lock: ACCESS EXCLUSIVE on one.stays (blocks reads and writes)
-- hazard rename: what still says b2 for one.stays.b fails
ALTER TABLE one.stays RENAME COLUMN b2 TO b;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rename: what still says public.v for one.v fails
ALTER VIEW public.v SET SCHEMA one;

-- lock: ACCESS EXCLUSIVE on one.v (blocks reads and writes)
CREATE OR REPLACE VIEW one.v AS
SELECT leaves.a
   FROM one.leaves;
