-- hazard rename: what still says one.e for public.e2 fails
ALTER TYPE one.e SET SCHEMA public;
-- hazard rename: what still says public.e for public.e2 fails
ALTER TYPE public.e RENAME TO e2;

-- lock: ACCESS EXCLUSIVE on one.leaves (blocks reads and writes)
-- hazard rename: what still says one.leaves for public.leaves fails
ALTER TABLE one.leaves SET SCHEMA public;

-- the model names things without their schema here
SET LOCAL search_path = public, two;

-- lock: ACCESS EXCLUSIVE on one.v (blocks reads and writes)
-- hazard rename: what still says one.v for public.v fails
ALTER VIEW one.v SET SCHEMA public;

-- hazard rename: what still says one for two fails
ALTER SCHEMA one RENAME TO two;

-- lock: ACCESS EXCLUSIVE on two.s (blocks reads and writes)
-- hazard rename: what still says two.s for two.s2 fails
ALTER SEQUENCE two.s RENAME TO s2;

-- hazard rename: what still says two.f for two.f2() fails
ALTER FUNCTION two.f() RENAME TO f2;

-- lock: ACCESS EXCLUSIVE on two.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on one.stays (blocks reads and writes)
-- hazard rename: what still says two.stays for two.stayed fails
ALTER TABLE two.stays RENAME TO stayed;

-- lock: ACCESS EXCLUSIVE on two.stayed (blocks reads and writes)
-- hazard rename: what still says b for two.stayed.b2 fails
ALTER TABLE two.stayed RENAME COLUMN b TO b2;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
CREATE OR REPLACE VIEW public.v AS
SELECT leaves.a
   FROM public.leaves;
