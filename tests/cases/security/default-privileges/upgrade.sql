-- lock: ACCESS EXCLUSIVE on s.rebuilt (blocks reads and writes)
-- hazard rebuild: view s.rebuilt is dropped here and created again because of column s.t.a
DROP VIEW s.rebuilt;

-- lock: ACCESS EXCLUSIVE on s.closed (blocks reads and writes)
-- hazard rebuild: view s.closed is dropped here and created again because of column s.t.a
DROP VIEW s.closed;

-- hazard enum-rebuild: every column of type s.mood is written anew; rows with a label that goes make it fail
ALTER TYPE s.mood RENAME TO mood_old;
CREATE TYPE s.mood AS ENUM ('b');
-- hazard authorization: what others may do with s.mood changes
GRANT USAGE ON TYPE s.mood TO PUBLIC;

CREATE TYPE s.made_type AS (
    a integer
);
GRANT USAGE ON TYPE s.made_type TO PUBLIC;

CREATE SEQUENCE s.identity_made_other_seq;
REVOKE USAGE ON SEQUENCE s.identity_made_other_seq FROM case_def_reader;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION s.f() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

CREATE TABLE s.identity_made (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    other bigint DEFAULT nextval('s.identity_made_other_seq'::regclass) NOT NULL
);
REVOKE SELECT ON TABLE s.identity_made FROM case_def_reader;
REVOKE INSERT ON TABLE s.identity_made FROM case_def_app;
REVOKE USAGE ON SEQUENCE s.identity_made_id_seq FROM case_def_reader;

ALTER SEQUENCE s.identity_made_other_seq OWNED BY s.identity_made.other;

CREATE TABLE s.made (
    id integer
);
REVOKE SELECT ON TABLE s.made FROM case_def_reader;
REVOKE INSERT ON TABLE s.made FROM case_def_app;

CREATE TABLE s.made_for_app (
    id integer
);
ALTER TABLE s.made_for_app OWNER TO case_def_app;
REVOKE SELECT ON TABLE s.made_for_app FROM case_def_reader;
GRANT SELECT ON TABLE s.made_for_app TO "Case def ""odd""";

-- lock: ACCESS EXCLUSIVE on s.t (blocks reads and writes)
-- hazard type-rewrite: s.t is written anew, with its indexes
-- hazard type-narrows: values of s.t.a that do not fit character varying(10) make it fail, or are changed
ALTER TABLE s.t ALTER COLUMN a TYPE character varying(10);

CREATE VIEW s.closed AS
SELECT t.id,
    t.a
   FROM s.t;
REVOKE SELECT ON TABLE s.closed FROM case_def_reader;
REVOKE INSERT ON TABLE s.closed FROM case_def_app;

CREATE VIEW s.rebuilt AS
SELECT t.id,
    t.a
   FROM s.t;

-- hazard authorization: what others may do with default privileges for role postgres on types changes
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON TYPES TO PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE SELECT ON TABLES FROM case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s REVOKE INSERT ON TABLES FROM case_def_app;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s REVOKE USAGE ON SEQUENCES FROM case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app REVOKE USAGE ON SCHEMAS FROM case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA gone REVOKE USAGE ON SEQUENCES FROM case_def_reader;

DROP TYPE s.mood_old;

-- hazard drop-schema: schema gone goes
DROP SCHEMA gone;

ALTER DEFAULT PRIVILEGES FOR ROLE "Case def ""odd""" IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO case_def_app;

-- hazard authorization: what others may do with default privileges for role case_def_app in schema s on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA s REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLES FROM case_def_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA s REVOKE GRANT OPTION FOR SELECT ON TABLES FROM case_def_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app IN SCHEMA s GRANT SELECT ON TABLES TO "Case def ""odd""";

-- hazard authorization: what others may do with default privileges for role case_def_app on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app REVOKE SELECT ON TABLES FROM case_def_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app GRANT INSERT ON TABLES TO case_def_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE case_def_app REVOKE USAGE ON TYPES FROM PUBLIC;
