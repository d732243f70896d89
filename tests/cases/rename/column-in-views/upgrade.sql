-- lock: ACCESS EXCLUSIVE on s.t (blocks reads and writes)
-- hazard rename: what still says b for s.t."B" fails
ALTER TABLE s.t RENAME COLUMN b TO "B";
