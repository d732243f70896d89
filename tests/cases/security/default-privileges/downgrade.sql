-- lock: ACCESS EXCLUSIVE on s.rebuilt (blocks reads and writes)
-- hazard rebuild: view s.rebuilt is dropped here and created again because of column s.t.a
DROP VIEW s.rebuilt;

-- lock: ACCESS EXCLUSIVE on s.closed (blocks reads and writes)
-- hazard rebuild: view s.closed is dropped here and created again because of column s.t.a
DROP VIEW s.closed;

CREATE SCHEMA gone;

ALTER TYPE s.mood ADD VALUE 'a' BEFORE 'b';

-- lock: ACCESS EXCLUSIVE on s.t (blocks reads and writes)
ALTER TABLE s.t ALTER COLUMN a TYPE text;

CREATE VIEW s.closed AS
SELECT t.id,
    t.a
   FROM s.t;

CREATE VIEW s.rebuilt AS
SELECT t.id,
    t.a
   FROM s.t;
GRANT INSERT ON TABLE s.rebuilt TO case_def_app;
GRANT SELECT ON TABLE s.rebuilt TO case_def_reader;

-- hazard authorization: what others may do with default privileges for role case_def_app on types changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app GRANT USAGE ON TYPES TO PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE "Case def ""odd""" IN SCHEMA s REVOKE EXECUTE ON FUNCTIONS FROM case_def_app;

-- lock: ACCESS EXCLUSIVE on s.made_for_app (blocks reads and writes)
-- hazard drop-table: the rows of s.made_for_app are lost
DROP TABLE s.made_for_app;

-- lock: ACCESS EXCLUSIVE on s.made (blocks reads and writes)
-- hazard drop-table: the rows of s.made are lost
DROP TABLE s.made;

DROP FUNCTION s.f();

-- lock: ACCESS EXCLUSIVE on s.identity_made (blocks reads and writes)
-- hazard drop-table: the rows of s.identity_made are lost
DROP TABLE s.identity_made;

DROP TYPE s.made_type;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA gone GRANT USAGE ON SEQUENCES TO case_def_reader;

-- hazard authorization: what others may do with default privileges for role case_def_app in schema s on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA s REVOKE SELECT ON TABLES FROM "Case def ""odd""";
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA s GRANT INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLES TO case_def_reader WITH GRANT OPTION;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app GRANT USAGE ON SCHEMAS TO case_def_reader;

-- hazard authorization: what others may do with default privileges for role case_def_app on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app REVOKE INSERT ON TABLES FROM case_def_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app GRANT SELECT ON TABLES TO case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT USAGE ON SEQUENCES TO case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT INSERT ON TABLES TO case_def_app;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE USAGE ON TYPES FROM PUBLIC;
