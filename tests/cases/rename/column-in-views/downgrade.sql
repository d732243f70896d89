-- lock: ACCESS EXCLUSIVE on s.t (blocks reads and writes)
-- hazard rename: what still says "B" for s.t.b fails
ALTER TABLE s.t RENAME COLUMN "B" TO b;
