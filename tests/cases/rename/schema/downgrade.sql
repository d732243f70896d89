-- hazard rename: what uses old by its old name new fails
ALTER SCHEMA new RENAME TO old;

-- lock: ACCESS EXCLUSIVE on old.v (blocks reads and writes)
-- hazard rebuild: view old.v is dropped here and created again
DROP VIEW old.v;

CREATE VIEW old.v AS
SELECT t.id
   FROM old.t;
