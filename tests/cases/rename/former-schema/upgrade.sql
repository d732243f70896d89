-- hazard rename: what still says two for one fails
ALTER SCHEMA two RENAME TO one;

-- lock: ACCESS EXCLUSIVE on one.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on two.y (blocks reads and writes)
-- hazard rename: what still says one.y for one.z fails
ALTER TABLE one.y RENAME TO z;

-- lock: ACCESS EXCLUSIVE on one.x (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on two.x (blocks reads and writes)
-- hazard rename: what still says one.x for one.y fails
ALTER TABLE one.x RENAME TO y;

-- lock: ACCESS EXCLUSIVE on one.z (blocks reads and writes)
-- hazard rename: what still says c for one.z.d fails
ALTER TABLE one.z RENAME COLUMN c TO d;

CREATE SCHEMA two;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION two.f() RETURNS integer
    LANGUAGE sql
    AS $$select 2$$;

CREATE TABLE one.x (
    e integer
);

CREATE TABLE two.leaves (
    id integer,
    new text
);

CREATE TABLE two.t (
    other date
);

CREATE TABLE two.u (
    id integer
);
