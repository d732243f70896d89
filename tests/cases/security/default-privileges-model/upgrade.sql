-- hazard rename: what still says old for new fails
ALTER SCHEMA old RENAME TO new;

-- hazard authorization: what others may do with default privileges for role case_dpm_app on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app REVOKE SELECT ON TABLES FROM case_dpm_reader;

-- hazard authorization: what others may do with default privileges for role case_dpm_app in schema new on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app IN SCHEMA new GRANT INSERT ON TABLES TO case_dpm_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE case_dpm_app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
