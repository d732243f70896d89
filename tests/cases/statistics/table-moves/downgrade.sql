-- lock: ACCESS EXCLUSIVE on two.moved (blocks reads and writes)
-- hazard rename: what still says two.moved for one.wanders fails
ALTER TABLE two.moved SET SCHEMA one;
ALTER STATISTICS two.with_it SET SCHEMA one;
ALTER STATISTICS two.without SET SCHEMA one;
-- lock: ACCESS EXCLUSIVE on one.moved (blocks reads and writes)
-- hazard rename: what still says one.moved for one.wanders fails
ALTER TABLE one.moved RENAME TO wanders;

ALTER STATISTICS one.without SET SCHEMA two;
