CREATE SCHEMA gone;

-- hazard rename: what still says fresh.f for gone.f(integer) fails
ALTER FUNCTION fresh.f(integer) SET SCHEMA gone;

-- lock: ACCESS EXCLUSIVE on fresh.u (blocks reads and writes)
-- hazard rename: what still says fresh.u for gone.t fails
ALTER TABLE fresh.u SET SCHEMA gone;
-- lock: ACCESS EXCLUSIVE on gone.u (blocks reads and writes)
-- hazard rename: what still says gone.u for gone.t fails
ALTER TABLE gone.u RENAME TO t;

-- lock: ACCESS EXCLUSIVE on fresh.v (blocks reads and writes)
-- hazard rename: what still says fresh.v for gone.v fails
ALTER VIEW fresh.v SET SCHEMA gone;

-- lock: ACCESS EXCLUSIVE on gone.v (blocks reads and writes)
CREATE OR REPLACE VIEW gone.v AS
SELECT t.a
   FROM gone.t;

-- hazard drop-schema: schema fresh goes
DROP SCHEMA fresh;
