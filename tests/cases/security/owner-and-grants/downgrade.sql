ALTER SCHEMA option OWNER TO case_owner_one;
-- hazard authorization: what others may do with option changes
GRANT CREATE ON SCHEMA option TO case_owner_two WITH GRANT OPTION;

ALTER FUNCTION s.f() OWNER TO case_owner_one;
-- hazard authorization: what others may do with s.f() changes
GRANT EXECUTE ON FUNCTION s.f() TO case_owner_two WITH GRANT OPTION;

-- lock: ACCESS EXCLUSIVE on s.counted (blocks reads and writes)
ALTER TABLE s.counted OWNER TO case_owner_one;

-- hazard authorization: what others may do with s.counted_n_seq changes
GRANT USAGE ON SEQUENCE s.counted_n_seq TO case_owner_two WITH GRANT OPTION;

-- hazard authorization: what others may do with s.counted.id changes
GRANT USAGE ON SEQUENCE s.counted_id_seq TO case_owner_two WITH GRANT OPTION;

-- lock: ACCESS EXCLUSIVE on s.exchanged (blocks reads and writes)
ALTER TABLE s.exchanged OWNER TO case_owner_one;
-- hazard authorization: what others may do with s.exchanged changes
GRANT INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE s.exchanged TO case_owner_two;

-- hazard authorization: what others may do with s.exchanged.a changes
GRANT SELECT (a) ON TABLE s.exchanged TO case_owner_two;

-- lock: ACCESS EXCLUSIVE on s.kept (blocks reads and writes)
ALTER TABLE s.kept OWNER TO case_owner_one;

-- hazard authorization: what others may do with s.kept.a changes
REVOKE SELECT (a) ON TABLE s.kept FROM case_owner_one;
GRANT SELECT (a) ON TABLE s.kept TO case_owner_two;

-- lock: ACCESS EXCLUSIVE on s.new_owner (blocks reads and writes)
ALTER TABLE s.new_owner OWNER TO case_owner_one;
-- hazard authorization: what others may do with s.new_owner changes
GRANT UPDATE ON TABLE s.new_owner TO case_owner_two WITH GRANT OPTION;

-- hazard authorization: what others may do with s.new_owner.a changes
GRANT SELECT (a) ON TABLE s.new_owner TO case_owner_two;

-- hazard authorization: what others may do with s.new_owner.b changes
GRANT SELECT (b) ON TABLE s.new_owner TO case_owner_reader WITH GRANT OPTION;
GRANT SELECT (b) ON TABLE s.new_owner TO case_owner_two WITH GRANT OPTION;
