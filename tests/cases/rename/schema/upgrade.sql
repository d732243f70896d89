-- hazard rename: what uses new by its old name old fails
ALTER SCHEMA old RENAME TO new;

-- lock: ACCESS EXCLUSIVE on new.v (blocks reads and writes)
-- hazard rebuild: view new.v is dropped here and created again
DROP VIEW new.v;

CREATE VIEW new.v AS
select id from new.t;
