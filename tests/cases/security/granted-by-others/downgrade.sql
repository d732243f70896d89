-- hazard authorization: what others may do with closed changes
GRANT USAGE ON SCHEMA closed TO case_by_a;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s changes
REVOKE CREATE ON SCHEMA s FROM "case by, c";

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

REVOKE GRANT OPTION FOR CREATE ON SCHEMA s FROM case_by_b;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.mood changes
REVOKE USAGE ON TYPE s.mood FROM case_by_b;

RESET ROLE;

REVOKE USAGE ON TYPE s.mood FROM case_by_a;

ALTER FUNCTION s.f() OWNER TO case_by_owner;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s.f() changes
REVOKE EXECUTE ON FUNCTION s.f() FROM "case by, c";

RESET ROLE;

REVOKE EXECUTE ON FUNCTION s.f() FROM case_by_b;
GRANT EXECUTE ON FUNCTION s.f() TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT EXECUTE ON FUNCTION s.f() TO case_by_owner;
GRANT EXECUTE ON FUNCTION s.f() TO case_by_b WITH GRANT OPTION;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT EXECUTE ON FUNCTION s.f() TO case_by_reader;

RESET ROLE;

-- hazard authorization: what others may do with closed.t changes
GRANT SELECT ON TABLE closed.t TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT SELECT ON TABLE closed.t TO case_by_b;

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with closed.t.x changes
GRANT SELECT (x) ON TABLE closed.t TO case_by_reader;

RESET ROLE;

-- granted by "case by, c", not by the owner: whoever runs this must be allowed to become that role
SET ROLE "case by, c";

-- hazard authorization: what others may do with s.chain changes
REVOKE SELECT ON TABLE s.chain FROM case_by_reader;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

REVOKE SELECT ON TABLE s.chain FROM "case by, c";

RESET ROLE;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

REVOKE UPDATE ON TABLE s.chain FROM case_by_b;
REVOKE GRANT OPTION FOR SELECT ON TABLE s.chain FROM case_by_b;

RESET ROLE;

-- granted by "case by, c", not by the owner: whoever runs this must be allowed to become that role
SET ROLE "case by, c";

-- hazard authorization: what others may do with s.columns.x changes
REVOKE SELECT (x) ON TABLE s.columns FROM case_by_b;

RESET ROLE;

-- hazard authorization: what others may do with s.columns changes
REVOKE SELECT ON TABLE s.columns FROM "case by, c";
GRANT UPDATE ON TABLE s.columns TO case_by_a;
GRANT SELECT ON TABLE s.columns TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

-- hazard authorization: what others may do with s.columns.x changes
GRANT SELECT (x) ON TABLE s.columns TO case_by_b;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s.hands changes
REVOKE SELECT ON TABLE s.hands FROM "case by, c";
REVOKE SELECT ON TABLE s.hands FROM case_by_reader;

RESET ROLE;

REVOKE SELECT ON TABLE s.hands FROM case_by_b;
GRANT SELECT ON TABLE s.hands TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT SELECT ON TABLE s.hands TO case_by_b WITH GRANT OPTION;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

GRANT SELECT ON TABLE s.hands TO case_by_reader;

RESET ROLE;

-- hazard authorization: what others may do with s.made.id changes
GRANT USAGE ON SEQUENCE s.made_id_seq TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT USAGE ON SEQUENCE s.made_id_seq TO case_by_b;

RESET ROLE;

-- granted by case_by_b, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_b;

-- hazard authorization: what others may do with s.round changes
REVOKE INSERT ON TABLE s.round FROM case_by_a;

RESET ROLE;

REVOKE INSERT ON TABLE s.round FROM case_by_b;
GRANT INSERT ON TABLE s.round TO case_by_a WITH GRANT OPTION;

-- granted by case_by_a, not by the owner: whoever runs this must be allowed to become that role
SET ROLE case_by_a;

GRANT INSERT ON TABLE s.round TO case_by_b WITH GRANT OPTION;

RESET ROLE;

-- hazard authorization: what others may do with s.two changes
GRANT SELECT ON TABLE s.two TO case_by_b;
