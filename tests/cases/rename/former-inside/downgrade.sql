-- lock: ACCESS EXCLUSIVE on b.p1 (blocks reads and writes)
-- hazard rename: what still says b.p1 for a.p1 fails
ALTER TABLE b.p1 SET SCHEMA a;

-- lock: ACCESS EXCLUSIVE on b.u (blocks reads and writes)
-- hazard rename: what still says b.u for a.t fails
ALTER TABLE b.u SET SCHEMA a;
-- lock: ACCESS EXCLUSIVE on a.u (blocks reads and writes)
-- hazard rename: what still says a.u for a.t fails
ALTER TABLE a.u RENAME TO t;

-- lock: ACCESS EXCLUSIVE on a.t (blocks reads and writes)
ALTER TABLE a.t RENAME CONSTRAINT two TO one;

-- lock: ACCESS EXCLUSIVE on a.t (blocks reads and writes)
ALTER TABLE a.t RENAME CONSTRAINT three TO two;

-- lock: ACCESS EXCLUSIVE on a.t (blocks reads and writes)
-- hazard drop-index: waits for every query on a.t, and all others wait behind it
-- hazard rebuild: index a.t.i is dropped here and created again
DROP INDEX a.i;

ALTER TABLE a.t SET WITHOUT CLUSTER;

-- lock: ACCESS EXCLUSIVE on a.t (blocks reads and writes)
-- hazard drop-index: waits for every query on a.t, and all others wait behind it
-- hazard rebuild: index a.t.former_i is dropped here and created again
DROP INDEX a.former_i;

-- lock: SHARE on a.t (blocks writes)
-- hazard create-index: writes to a.t wait until the index is built
CREATE INDEX former_i ON a.t USING btree (k);

-- lock: SHARE on a.t (blocks writes)
-- hazard create-index: writes to a.t wait until the index is built
CREATE INDEX i ON a.t USING btree (id);

ALTER TABLE a.t CLUSTER ON i;

-- lock: ACCESS EXCLUSIVE on a.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on a.p1, and all others wait behind it
DROP INDEX a.p1_id_idx;

ALTER INDEX a.p1_id_idx1 RENAME TO p1_id_idx;
