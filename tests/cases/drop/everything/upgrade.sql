-- lock: ACCESS EXCLUSIVE on s.m (blocks reads and writes)
-- hazard drop-matview: the rows of s.m must be computed again
DROP MATERIALIZED VIEW s.m;

-- lock: ACCESS EXCLUSIVE on s.v (blocks reads and writes)
DROP VIEW s.v;

DROP FUNCTION s.f();

-- lock: ACCESS EXCLUSIVE on s.t (blocks reads and writes)
-- hazard drop-table: the rows of s.t are lost
DROP TABLE s.t;

DROP TYPE s.e;

-- hazard drop-schema: schema s goes
DROP SCHEMA s;
