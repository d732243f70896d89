ALTER SCHEMA option OWNER TO case_owner_two;
-- hazard authorization: what others may do with option changes
REVOKE GRANT OPTION FOR CREATE ON SCHEMA option FROM case_owner_two;

ALTER FUNCTION s.f() OWNER TO case_owner_two;
-- hazard authorization: what others may do with s.f() changes
REVOKE GRANT OPTION FOR EXECUTE ON FUNCTION s.f() FROM case_owner_two;

-- lock: ACCESS EXCLUSIVE on s.counted (blocks reads and writes)
ALTER TABLE s.counted OWNER TO case_owner_two;

-- hazard authorization: what others may do with s.counted_n_seq changes
REVOKE GRANT OPTION FOR USAGE ON SEQUENCE s.counted_n_seq FROM case_owner_two;
GRANT USAGE ON SEQUENCE s.counted_n_seq TO case_owner_one;

-- hazard authorization: what others may do with s.counted.id changes
REVOKE GRANT OPTION FOR USAGE ON SEQUENCE s.counted_id_seq FROM case_owner_two;
GRANT USAGE ON SEQUENCE s.counted_id_seq TO case_owner_one;

-- lock: ACCESS EXCLUSIVE on s.exchanged (blocks reads and writes)
ALTER TABLE s.exchanged OWNER TO case_owner_two;
-- hazard authorization: what others may do with s.exchanged changes
GRANT INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE s.exchanged TO case_owner_one;

-- hazard authorization: what others may do with s.exchanged.a changes
GRANT SELECT (a) ON TABLE s.exchanged TO case_owner_one;

-- lock: ACCESS EXCLUSIVE on s.kept (blocks reads and writes)
ALTER TABLE s.kept OWNER TO case_owner_two;

-- lock: ACCESS EXCLUSIVE on s.new_owner (blocks reads and writes)
ALTER TABLE s.new_owner OWNER TO case_owner_two;
-- hazard authorization: what others may do with s.new_owner.a changes
REVOKE SELECT (a) ON TABLE s.new_owner FROM case_owner_two;
-- hazard authorization: what others may do with s.new_owner.b changes
REVOKE SELECT (b) ON TABLE s.new_owner FROM case_owner_two;
REVOKE GRANT OPTION FOR SELECT (b) ON TABLE s.new_owner FROM case_owner_reader;
-- hazard authorization: what others may do with s.new_owner changes
REVOKE GRANT OPTION FOR UPDATE ON TABLE s.new_owner FROM case_owner_two;
