-- hazard rename: what still says new for old fails
ALTER SCHEMA new RENAME TO old;

-- hazard authorization: what others may do with default privileges for role case_dpm_app on functions changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- hazard authorization: what others may do with default privileges for role case_dpm_app in schema old on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app IN SCHEMA old REVOKE INSERT ON TABLES FROM case_dpm_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app GRANT SELECT ON TABLES TO case_dpm_reader;
