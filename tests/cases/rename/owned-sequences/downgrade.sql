-- lock: ACCESS EXCLUSIVE on s2.moves (blocks reads and writes)
-- hazard rename: what still says s2.moves for s1.moves fails
ALTER SEQUENCE s2.moves SET SCHEMA s1;

-- lock: ACCESS EXCLUSIVE on s2.w2 (blocks reads and writes)
-- hazard rename: what still says s2.w2 for s1.w fails
ALTER TABLE s2.w2 SET SCHEMA s1;
-- lock: ACCESS EXCLUSIVE on s1.w2 (blocks reads and writes)
-- hazard rename: what still says s1.w2 for s1.w fails
ALTER TABLE s1.w2 RENAME TO w;

-- lock: SHARE ROW EXCLUSIVE on s2.changes (blocks writes)
ALTER SEQUENCE s2.changes OWNED BY NONE;

-- lock: ACCESS EXCLUSIVE on s2.changes (blocks reads and writes)
-- hazard rename: what still says s2.changes for s1.changes fails
ALTER SEQUENCE s2.changes SET SCHEMA s1;

-- lock: ACCESS EXCLUSIVE on s2.t (blocks reads and writes)
-- hazard rename: what still says s2.t for s1.t fails
ALTER TABLE s2.t SET SCHEMA s1;

-- lock: ACCESS EXCLUSIVE on s1.q2 (blocks reads and writes)
-- hazard rename: what still says s1.q2 for s1.q fails
ALTER SEQUENCE s1.q2 RENAME TO q;

-- lock: SHARE ROW EXCLUSIVE on s1.changes (blocks writes)
ALTER SEQUENCE s1.changes OWNED BY s1.u.k;

CREATE SEQUENCE s1.goes;

ALTER SEQUENCE s1.goes OWNED BY s1.w.k;
-- goes on from the values that are there
SELECT pg_catalog.setval('s1.goes', x.last) FROM (SELECT max(k) AS last FROM s1.w) x WHERE x.last >= 1;

CREATE SEQUENCE s1.gone;

-- lock: SHARE ROW EXCLUSIVE on s1.moves (blocks writes)
ALTER SEQUENCE s1.moves OWNED BY s1.u.id;

-- lock: SHARE ROW EXCLUSIVE on s1.stays (blocks writes)
ALTER SEQUENCE s1.stays OWNED BY s1.w.id;

-- lock: ACCESS EXCLUSIVE on s1.w (blocks reads and writes)
ALTER TABLE s1.w ADD COLUMN l integer;

ALTER SEQUENCE s1.gone OWNED BY s1.w.l;
