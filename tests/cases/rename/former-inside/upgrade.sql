-- lock: ACCESS EXCLUSIVE on a.p1 (blocks reads and writes)
-- hazard rename: what still says a.p1 for b.p1 fails
ALTER TABLE a.p1 SET SCHEMA b;

ALTER INDEX b.p1_id_idx RENAME TO p1_id_idx1;

-- lock: ACCESS EXCLUSIVE on a.t (blocks reads and writes)
-- hazard rename: what still says a.t for b.u fails
ALTER TABLE a.t SET SCHEMA b;
-- lock: ACCESS EXCLUSIVE on b.t (blocks reads and writes)
-- hazard rename: what still says b.t for b.u fails
ALTER TABLE b.t RENAME TO u;

-- lock: ACCESS EXCLUSIVE on b.u (blocks reads and writes)
ALTER TABLE b.u RENAME CONSTRAINT two TO three;

-- lock: ACCESS EXCLUSIVE on b.u (blocks reads and writes)
ALTER TABLE b.u RENAME CONSTRAINT one TO two;

-- lock: ACCESS EXCLUSIVE on b.u (blocks reads and writes)
-- hazard drop-index: waits for every query on b.u, and all others wait behind it
-- hazard rebuild: index b.u.former_i is dropped here and created again
DROP INDEX b.former_i;

ALTER TABLE b.u SET WITHOUT CLUSTER;

-- lock: ACCESS EXCLUSIVE on b.u (blocks reads and writes)
-- hazard drop-index: waits for every query on b.u, and all others wait behind it
-- hazard rebuild: index b.u.i is dropped here and created again
DROP INDEX b.i;

-- lock: SHARE on b.p1 (blocks writes)
-- hazard create-index: writes to b.p1 wait until the index is built
CREATE INDEX p1_id_idx ON b.p1 USING btree (id) WHERE (id > 0);

-- lock: SHARE on b.u (blocks writes)
-- hazard create-index: writes to b.u wait until the index is built
CREATE INDEX former_i ON b.u USING btree (id);

ALTER TABLE b.u CLUSTER ON former_i;

-- lock: SHARE on b.u (blocks writes)
-- hazard create-index: writes to b.u wait until the index is built
CREATE INDEX i ON b.u USING btree (k, id);
