-- hazard rename: what still says new for old fails
ALTER SCHEMA new RENAME TO old;

-- lock: ACCESS EXCLUSIVE on third.leaves (blocks reads and writes)
-- hazard rename: what still says third.leaves for old.leaves fails
ALTER TABLE third.leaves SET SCHEMA old;

-- lock: ACCESS EXCLUSIVE on old.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on new.stays (blocks reads and writes)
-- hazard drop-index: waits for every query on old.stays, and all others wait behind it
-- hazard rebuild: index old.stays.stays_idx is dropped here and created again
DROP INDEX old.stays_idx;

-- lock: SHARE on old.stays (blocks writes)
-- hazard create-index: writes to old.stays wait until the index is built
CREATE INDEX stays_idx ON old.stays USING btree (a) WHERE (id > 0);

-- hazard drop-schema: schema third goes
DROP SCHEMA third;
