CREATE SCHEMA fresh;

-- hazard rename: what still says gone.f for fresh.f(integer) fails
ALTER FUNCTION gone.f(integer) SET SCHEMA fresh;

-- lock: ACCESS EXCLUSIVE on gone.t (blocks reads and writes)
-- hazard rename: what still says gone.t for fresh.u fails
ALTER TABLE gone.t SET SCHEMA fresh;
-- lock: ACCESS EXCLUSIVE on fresh.t (blocks reads and writes)
-- hazard rename: what still says fresh.t for fresh.u fails
ALTER TABLE fresh.t RENAME TO u;

-- the model names things without their schema here
SET LOCAL search_path = fresh, gone, public;

-- lock: ACCESS EXCLUSIVE on gone.v (blocks reads and writes)
-- hazard rename: what still says gone.v for fresh.v fails
ALTER VIEW gone.v SET SCHEMA fresh;

-- lock: ACCESS EXCLUSIVE on fresh.v (blocks reads and writes)
CREATE OR REPLACE VIEW fresh.v AS
SELECT u.a
   FROM fresh.u;

-- hazard drop-schema: schema gone goes
DROP SCHEMA gone;
