-- lock: ACCESS EXCLUSIVE on two.u (blocks reads and writes)
-- hazard drop-table: the rows of two.u are lost
DROP TABLE two.u;

-- lock: ACCESS EXCLUSIVE on two.t (blocks reads and writes)
-- hazard drop-table: the rows of two.t are lost
DROP TABLE two.t;

-- lock: ACCESS EXCLUSIVE on two.leaves (blocks reads and writes)
-- hazard drop-table: the rows of two.leaves are lost
DROP TABLE two.leaves;

DROP FUNCTION two.f();

-- hazard drop-schema: schema two goes
DROP SCHEMA two;

-- hazard rename: what still says one for two fails
ALTER SCHEMA one RENAME TO two;

-- lock: ACCESS EXCLUSIVE on two.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on one.x (blocks reads and writes)
-- hazard drop-table: the rows of two.x are lost
DROP TABLE two.x;

-- lock: ACCESS EXCLUSIVE on two.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on one.y (blocks reads and writes)
-- hazard rename: what still says two.y for two.x fails
ALTER TABLE two.y RENAME TO x;

-- lock: ACCESS EXCLUSIVE on two.z (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on one.z (blocks reads and writes)
-- hazard rename: what still says two.z for two.y fails
ALTER TABLE two.z RENAME TO y;

-- lock: ACCESS EXCLUSIVE on two.y (blocks reads and writes)
-- hazard rename: what still says d for two.y.c fails
ALTER TABLE two.y RENAME COLUMN d TO c;
