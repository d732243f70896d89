CREATE SCHEMA third;

-- lock: ACCESS EXCLUSIVE on old.leaves (blocks reads and writes)
-- hazard rename: what still says old.leaves for third.leaves fails
ALTER TABLE old.leaves SET SCHEMA third;

-- hazard rename: what still says old for new fails
ALTER SCHEMA old RENAME TO new;

-- lock: ACCESS EXCLUSIVE on new.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on old.stays (blocks reads and writes)
-- hazard drop-index: waits for every query on new.stays, and all others wait behind it
-- hazard rebuild: index new.stays.stays_idx is dropped here and created again
DROP INDEX new.stays_idx;

-- lock: SHARE on new.stays (blocks writes)
-- hazard create-index: writes to new.stays wait until the index is built
CREATE INDEX stays_idx ON new.stays USING btree (a);
