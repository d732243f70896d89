-- lock: ACCESS EXCLUSIVE on one.wanders (blocks reads and writes)
-- hazard rename: what still says one.wanders for two.moved fails
ALTER TABLE one.wanders SET SCHEMA two;
ALTER STATISTICS one.with_it SET SCHEMA two;
-- lock: ACCESS EXCLUSIVE on two.wanders (blocks reads and writes)
-- hazard rename: what still says two.wanders for two.moved fails
ALTER TABLE two.wanders RENAME TO moved;

ALTER STATISTICS two.without SET SCHEMA two;
