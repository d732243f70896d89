-- lock: ACCESS EXCLUSIVE on s.kept (blocks reads and writes)
-- hazard drop-matview: the rows of s.kept must be computed again
-- hazard rebuild: materialized view s.kept is dropped here and created again
DROP MATERIALIZED VIEW s.kept;

-- hazard rebuild: function s.closed(integer) is dropped here and created again
DROP FUNCTION s.closed(integer);

-- lock: SHARE ROW EXCLUSIVE on s.numbers (blocks writes)
ALTER SEQUENCE s.numbers OWNED BY NONE;

-- hazard authorization: what others may do with s changes
REVOKE CREATE ON SCHEMA s FROM case_priv_reader;
REVOKE USAGE ON SCHEMA s FROM case_priv_writer;

ALTER TYPE s.mood ADD VALUE 'a' BEFORE 'b';
-- hazard authorization: what others may do with s.mood changes
GRANT USAGE ON TYPE s.mood TO PUBLIC;

-- hazard type-rewrite: every column of domain s.d is written anew
ALTER DOMAIN s.d RENAME TO d_old;
CREATE DOMAIN s.d AS integer;
-- hazard authorization: what others may do with s.d changes
REVOKE USAGE ON TYPE s.d FROM PUBLIC;

-- hazard authorization: what others may do with s.r changes
GRANT USAGE ON TYPE s.r TO PUBLIC;

-- hazard authorization: what others may do with s.pair changes
REVOKE USAGE ON TYPE s.pair FROM case_priv_reader;

-- lock: ACCESS EXCLUSIVE on s.numbers (blocks reads and writes)
ALTER SEQUENCE s.numbers OWNER TO postgres;
-- hazard authorization: what others may do with s.numbers changes
REVOKE SELECT ON SEQUENCE s.numbers FROM case_priv_writer;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION s.closed(integer) RETURNS integer
    LANGUAGE sql
    AS $$select $1$$;
REVOKE EXECUTE ON FUNCTION s.closed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION s.closed(integer) TO case_priv_reader;

-- hazard authorization: what others may do with s.f(integer) changes
GRANT EXECUTE ON FUNCTION s.f(integer) TO PUBLIC;

ALTER PROCEDURE s.p() OWNER TO postgres;
-- hazard authorization: what others may do with s.p() changes
REVOKE EXECUTE ON PROCEDURE s.p() FROM case_priv_writer;

-- lock: ACCESS EXCLUSIVE on s.given_away (blocks reads and writes)
ALTER TABLE s.given_away OWNER TO case_priv_owner;
-- hazard authorization: what others may do with s.given_away changes
GRANT SELECT ON TABLE s.given_away TO case_priv_next;

-- hazard authorization: what others may do with s.granted.c changes
REVOKE UPDATE (c) ON TABLE s.granted FROM "Case priv ""odd""";
-- hazard authorization: what others may do with s.granted changes
REVOKE SELECT ON TABLE s.granted FROM case_priv_writer;
REVOKE GRANT OPTION FOR UPDATE ON TABLE s.granted FROM case_priv_writer;
GRANT INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE s.granted TO case_priv_next;
GRANT INSERT ON TABLE s.granted TO case_priv_writer;
GRANT SELECT ON TABLE s.granted TO case_priv_reader WITH GRANT OPTION;

-- hazard authorization: what others may do with s.granted.b changes
GRANT SELECT (b), UPDATE (b) ON TABLE s.granted TO "Case priv ""odd""";

-- lock: ACCESS EXCLUSIVE on s.identity (blocks reads and writes)
ALTER TABLE s.identity OWNER TO postgres;

-- hazard authorization: what others may do with s.identity.id changes
REVOKE USAGE ON SEQUENCE s.identity_id_seq FROM case_priv_writer;
GRANT SELECT, USAGE ON SEQUENCE s.identity_id_seq TO case_priv_reader;

-- lock: ACCESS EXCLUSIVE on s.identity (blocks reads and writes)
ALTER TABLE s.identity
    ALTER COLUMN gone ADD GENERATED ALWAYS AS IDENTITY,
    ALTER COLUMN plain DROP IDENTITY;
-- goes on from the values that are there
SELECT pg_catalog.setval('s.identity_gone_seq', x.last) FROM (SELECT max(gone) AS last FROM s.identity) x WHERE x.last >= 1;
-- hazard authorization: what others may do with s.identity.gone changes
GRANT USAGE ON SEQUENCE s.identity_gone_seq TO case_priv_reader;

-- hazard authorization: what others may do with s.identity.plain changes
REVOKE SELECT (plain) ON TABLE s.identity FROM case_priv_reader;

-- hazard authorization: what others may do with s.owner_limited changes
GRANT INSERT, DELETE ON TABLE s.owner_limited TO case_priv_owner;

-- lock: ACCESS EXCLUSIVE on s.plain (blocks reads and writes)
ALTER TABLE s.plain OWNER TO postgres;
-- hazard authorization: what others may do with s.plain.a changes
REVOKE INSERT (a) ON TABLE s.plain FROM case_priv_writer;
-- hazard authorization: what others may do with s.plain changes
REVOKE SELECT ON TABLE s.plain FROM PUBLIC;

-- lock: ACCESS EXCLUSIVE on s.seen (blocks reads and writes)
CREATE OR REPLACE VIEW s.seen AS
SELECT granted.id,
    granted.a,
    granted.b
   FROM s.granted;
-- lock: ACCESS EXCLUSIVE on s.seen (blocks reads and writes)
ALTER VIEW s.seen OWNER TO postgres;
-- hazard authorization: what others may do with s.seen changes
GRANT SELECT ON TABLE s.seen TO PUBLIC;

-- hazard authorization: what others may do with s.seen.a changes
REVOKE SELECT (a) ON TABLE s.seen FROM case_priv_writer;

CREATE MATERIALIZED VIEW s.kept AS
SELECT granted.a
   FROM s.granted
WITH DATA;
ALTER MATERIALIZED VIEW s.kept OWNER TO case_priv_owner;

-- lock: ACCESS EXCLUSIVE on s.identity_made (blocks reads and writes)
-- hazard drop-table: the rows of s.identity_made are lost
DROP TABLE s.identity_made;

-- lock: ACCESS EXCLUSIVE on s.made (blocks reads and writes)
-- hazard drop-table: the rows of s.made are lost
DROP TABLE s.made;

DROP DOMAIN s.d_old;
