CREATE SCHEMA app;
CREATE TABLE t (a int, o oid DEFAULT 'app'::regnamespace);
CREATE VIEW v AS SELECT 'app'::regnamespace::text AS name;
