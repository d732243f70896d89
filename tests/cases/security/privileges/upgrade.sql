-- lock: ACCESS EXCLUSIVE on s.kept (blocks reads and writes)
-- hazard drop-matview: the rows of s.kept must be computed again
-- hazard rebuild: materialized view s.kept is dropped here and created again
DROP MATERIALIZED VIEW s.kept;

-- lock: ACCESS EXCLUSIVE on s.seen (blocks reads and writes)
-- hazard rebuild: view s.seen is dropped here and created again
DROP VIEW s.seen;

-- hazard rebuild: function s.closed(integer) is dropped here and created again
DROP FUNCTION s.closed(integer);

-- hazard authorization: what others may do with s changes
GRANT CREATE ON SCHEMA s TO case_priv_reader;
GRANT USAGE ON SCHEMA s TO case_priv_writer;

-- hazard enum-rebuild: every column of type s.mood is written anew; rows with a label that goes make it fail
ALTER TYPE s.mood RENAME TO mood_old;
CREATE TYPE s.mood AS ENUM ('b');
ALTER TYPE s.mood OWNER TO case_priv_owner;
-- hazard authorization: what others may do with s.mood changes
REVOKE USAGE ON TYPE s.mood FROM PUBLIC;

-- hazard type-rewrite: every column of domain s.d is written anew
ALTER DOMAIN s.d RENAME TO d_old;
CREATE DOMAIN s.d AS bigint;
ALTER DOMAIN s.d OWNER TO case_priv_next;
-- hazard authorization: what others may do with s.d changes
REVOKE USAGE ON TYPE s.d FROM PUBLIC;
GRANT USAGE ON TYPE s.d TO case_priv_writer;

-- hazard authorization: what others may do with s.r changes
REVOKE USAGE ON TYPE s.r FROM PUBLIC;

-- hazard authorization: what others may do with s.pair changes
GRANT USAGE ON TYPE s.pair TO case_priv_reader;

CREATE SEQUENCE s.made_id_seq;
ALTER SEQUENCE s.made_id_seq OWNER TO case_priv_next;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION s.closed(integer) RETURNS bigint
    LANGUAGE sql
    AS $$select $1::bigint$$;
REVOKE EXECUTE ON FUNCTION s.closed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION s.closed(integer) TO case_priv_reader WITH GRANT OPTION;

-- hazard authorization: what others may do with s.f(integer) changes
REVOKE EXECUTE ON FUNCTION s.f(integer) FROM PUBLIC;

ALTER PROCEDURE s.p() OWNER TO case_priv_owner;
-- hazard authorization: what others may do with s.p() changes
GRANT EXECUTE ON PROCEDURE s.p() TO case_priv_writer;

-- lock: ACCESS EXCLUSIVE on s.given_away (blocks reads and writes)
ALTER TABLE s.given_away OWNER TO case_priv_next;
-- hazard authorization: what others may do with s.given_away changes
GRANT SELECT ON TABLE s.given_away TO case_priv_owner;

-- hazard authorization: what others may do with s.granted.b changes
REVOKE SELECT (b), UPDATE (b) ON TABLE s.granted FROM "Case priv ""odd""";
-- hazard authorization: what others may do with s.granted changes
REVOKE INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE s.granted FROM case_priv_next;
REVOKE SELECT ON TABLE s.granted FROM case_priv_reader;
REVOKE INSERT ON TABLE s.granted FROM case_priv_writer;
GRANT SELECT ON TABLE s.granted TO case_priv_writer;
GRANT UPDATE ON TABLE s.granted TO case_priv_writer WITH GRANT OPTION;
-- hazard authorization: what others may do with s.granted.c changes
GRANT UPDATE (c) ON TABLE s.granted TO "Case priv ""odd""";
GRANT SELECT (c) ON TABLE s.granted TO case_priv_reader;

-- lock: ACCESS EXCLUSIVE on s.identity (blocks reads and writes)
ALTER TABLE s.identity OWNER TO case_priv_next;

-- hazard authorization: what others may do with s.identity.id changes
REVOKE SELECT, USAGE ON SEQUENCE s.identity_id_seq FROM case_priv_reader;
GRANT USAGE ON SEQUENCE s.identity_id_seq TO case_priv_writer WITH GRANT OPTION;

-- lock: ACCESS EXCLUSIVE on s.identity (blocks reads and writes)
ALTER TABLE s.identity
    ALTER COLUMN gone DROP IDENTITY,
    ALTER COLUMN plain ADD GENERATED ALWAYS AS IDENTITY;

-- goes on from the values that are there
SELECT pg_catalog.setval('s.identity_plain_seq', x.last) FROM (SELECT max(plain) AS last FROM s.identity) x WHERE x.last >= 1;
-- hazard authorization: what others may do with s.identity.plain changes
GRANT SELECT (plain) ON TABLE s.identity TO case_priv_reader;
GRANT USAGE ON SEQUENCE s.identity_plain_seq TO case_priv_reader;

CREATE TABLE s.identity_made (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL
);
GRANT SELECT ON SEQUENCE s.identity_made_id_seq TO PUBLIC;

CREATE TABLE s.made (
    id bigint DEFAULT nextval('s.made_id_seq'::regclass) NOT NULL,
    m s.mood,
    CONSTRAINT made_pkey PRIMARY KEY (id)
);
ALTER TABLE s.made OWNER TO case_priv_next;
GRANT INSERT ON TABLE s.made TO case_priv_writer;
GRANT SELECT (m) ON TABLE s.made TO case_priv_reader;

ALTER SEQUENCE s.made_id_seq OWNED BY s.made.id;

-- hazard authorization: what others may do with s.owner_limited changes
REVOKE INSERT, DELETE ON TABLE s.owner_limited FROM case_priv_owner;

-- lock: ACCESS EXCLUSIVE on s.plain (blocks reads and writes)
ALTER TABLE s.plain OWNER TO "Case priv ""odd""";
-- hazard authorization: what others may do with s.plain changes
GRANT SELECT ON TABLE s.plain TO PUBLIC;

-- lock: ACCESS EXCLUSIVE on s.numbers (blocks reads and writes)
ALTER SEQUENCE s.numbers OWNER TO "Case priv ""odd""";
-- hazard authorization: what others may do with s.numbers changes
GRANT SELECT ON SEQUENCE s.numbers TO case_priv_writer;

-- lock: SHARE ROW EXCLUSIVE on s.numbers (blocks writes)
ALTER SEQUENCE s.numbers OWNED BY s.plain.id;

-- hazard authorization: what others may do with s.plain.a changes
GRANT INSERT (a) ON TABLE s.plain TO case_priv_writer WITH GRANT OPTION;

CREATE VIEW s.seen AS
SELECT granted.id,
    granted.a
   FROM s.granted;
ALTER VIEW s.seen OWNER TO case_priv_owner;
GRANT SELECT (a) ON TABLE s.seen TO case_priv_reader;
GRANT SELECT (a) ON TABLE s.seen TO case_priv_writer;

CREATE MATERIALIZED VIEW s.kept AS
SELECT granted.a,
    granted.b
   FROM s.granted
WITH DATA;
ALTER MATERIALIZED VIEW s.kept OWNER TO case_priv_owner;
GRANT SELECT ON TABLE s.kept TO case_priv_reader;

DROP DOMAIN s.d_old;

DROP TYPE s.mood_old;
