-- hazard authorization: what others may do with closed changes
REVOKE USAGE ON SCHEMA closed FROM case_by_a;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s changes
GRANT CREATE ON SCHEMA s TO case_by_b WITH GRANT OPTION;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT CREATE ON SCHEMA s TO "case by, c";

RESET ROLE;

-- hazard authorization: what others may do with s.mood changes
GRANT USAGE ON TYPE s.mood TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT USAGE ON TYPE s.mood TO case_by_b;

RESET ROLE;

ALTER FUNCTION s.f() OWNER TO case_by_a;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s.f() changes
REVOKE EXECUTE ON FUNCTION s.f() FROM case_by_reader;

RESET ROLE;

REVOKE GRANT OPTION FOR EXECUTE ON FUNCTION s.f() FROM case_by_a;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT EXECUTE ON FUNCTION s.f() TO "case by, c";

RESET ROLE;

-- only for what follows
GRANT USAGE ON SCHEMA closed TO case_by_a;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with closed.t.x changes
REVOKE SELECT (x) ON TABLE closed.t FROM case_by_reader;

RESET ROLE;

REVOKE USAGE ON SCHEMA closed FROM case_by_a;

-- only for what follows
GRANT USAGE ON SCHEMA closed TO case_by_a;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with closed.t changes
REVOKE SELECT ON TABLE closed.t FROM case_by_b;

RESET ROLE;

REVOKE USAGE ON SCHEMA closed FROM case_by_a;

REVOKE SELECT ON TABLE closed.t FROM case_by_a;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.chain changes
GRANT UPDATE ON TABLE s.chain TO case_by_b;
GRANT SELECT ON TABLE s.chain TO case_by_b WITH GRANT OPTION;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT SELECT ON TABLE s.chain TO "case by, c" WITH GRANT OPTION;

RESET ROLE;

-- granted by "case by, c", not by the owner: whoever runs this must be allowed to become that role
SET ROLE "case by, c";

GRANT SELECT ON TABLE s.chain TO case_by_reader;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.columns.x changes
REVOKE SELECT (x) ON TABLE s.columns FROM case_by_b;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.columns.y changes
REVOKE SELECT (y) ON TABLE s.columns FROM case_by_b;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.columns.z changes
REVOKE UPDATE (z) ON TABLE s.columns FROM case_by_b;

RESET ROLE;

-- hazard authorization: what others may do with s.columns changes
REVOKE UPDATE, SELECT ON TABLE s.columns FROM case_by_a;
GRANT SELECT ON TABLE s.columns TO "case by, c" WITH GRANT OPTION;

-- granted by "case by, c", not by the owner: whoever runs this must be allowed to become that role
SET ROLE "case by, c";

-- hazard authorization: what others may do with s.columns.x changes
GRANT SELECT (x) ON TABLE s.columns TO case_by_b;

RESET ROLE;

-- hazard authorization: what others may do with s.columns.y changes
GRANT SELECT (y) ON TABLE s.columns TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT SELECT (y) ON TABLE s.columns TO case_by_b;

RESET ROLE;

-- hazard authorization: what others may do with s.columns.z changes
GRANT UPDATE (z) ON TABLE s.columns TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT UPDATE (z) ON TABLE s.columns TO case_by_b;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s.hands changes
REVOKE SELECT ON TABLE s.hands FROM case_by_reader;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

REVOKE SELECT ON TABLE s.hands FROM case_by_b;

RESET ROLE;

REVOKE SELECT ON TABLE s.hands FROM case_by_a;
GRANT SELECT ON TABLE s.hands TO case_by_b WITH GRANT OPTION;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT SELECT ON TABLE s.hands TO "case by, c";
GRANT SELECT ON TABLE s.hands TO case_by_reader;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.made.id changes
REVOKE USAGE ON SEQUENCE s.made_id_seq FROM case_by_b;

RESET ROLE;

REVOKE USAGE ON SEQUENCE s.made_id_seq FROM case_by_a;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.round changes
REVOKE INSERT ON TABLE s.round FROM case_by_b;

RESET ROLE;

REVOKE INSERT ON TABLE s.round FROM case_by_a;
GRANT INSERT ON TABLE s.round TO case_by_b WITH GRANT OPTION;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT INSERT ON TABLE s.round TO case_by_a WITH GRANT OPTION;

RESET ROLE;

-- hazard authorization: what others may do with s.two changes
REVOKE SELECT ON TABLE s.two FROM case_by_b;
