-- lock: ACCESS EXCLUSIVE on s1.t (blocks reads and writes)
-- hazard rename: what still says s1.t for s2.t fails
ALTER TABLE s1.t SET SCHEMA s2;

-- lock: ACCESS EXCLUSIVE on s2.q (blocks reads and writes)
-- hazard rename: what still says s2.q for s2.q2 fails
ALTER SEQUENCE s2.q RENAME TO q2;

-- lock: SHARE ROW EXCLUSIVE on s1.moves (blocks writes)
ALTER SEQUENCE s1.moves OWNED BY NONE;

-- lock: ACCESS EXCLUSIVE on s1.moves (blocks reads and writes)
-- hazard rename: what still says s1.moves for s2.moves fails
ALTER SEQUENCE s1.moves SET SCHEMA s2;

-- lock: SHARE ROW EXCLUSIVE on s1.changes (blocks writes)
ALTER SEQUENCE s1.changes OWNED BY NONE;

-- lock: ACCESS EXCLUSIVE on s1.changes (blocks reads and writes)
-- hazard rename: what still says s1.changes for s2.changes fails
ALTER SEQUENCE s1.changes SET SCHEMA s2;

-- lock: SHARE ROW EXCLUSIVE on s1.stays (blocks writes)
ALTER SEQUENCE s1.stays OWNED BY NONE;

-- lock: SHARE ROW EXCLUSIVE on s2.changes (blocks writes)
ALTER SEQUENCE s2.changes OWNED BY s2.t.k;

-- lock: SHARE ROW EXCLUSIVE on s1.gone (blocks writes)
ALTER SEQUENCE s1.gone OWNED BY NONE;

-- lock: ACCESS EXCLUSIVE on s1.gone (blocks reads and writes)
-- hazard drop-sequence: the current value of s1.gone is lost
DROP SEQUENCE s1.gone;

-- lock: SHARE ROW EXCLUSIVE on s1.goes (blocks writes)
ALTER SEQUENCE s1.goes OWNED BY NONE;

-- lock: ACCESS EXCLUSIVE on s1.w (blocks reads and writes)
-- hazard rename: what still says s1.w for s2.w2 fails
ALTER TABLE s1.w SET SCHEMA s2;
-- lock: ACCESS EXCLUSIVE on s2.w (blocks reads and writes)
-- hazard rename: what still says s2.w for s2.w2 fails
ALTER TABLE s2.w RENAME TO w2;

-- lock: ACCESS EXCLUSIVE on s2.w2 (blocks reads and writes)
-- hazard drop-column: the values of s2.w2.l are lost
ALTER TABLE s2.w2 DROP COLUMN l;

-- lock: ACCESS EXCLUSIVE on s1.goes (blocks reads and writes)
-- hazard drop-sequence: the current value of s1.goes is lost
DROP SEQUENCE s1.goes;
