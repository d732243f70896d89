-- hazard authorization: what others may do with default privileges for role case_blob_writer on large objects changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_blob_writer REVOKE SELECT ON LARGE OBJECTS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE case_blob_reader GRANT UPDATE ON LARGE OBJECTS TO case_blob_writer;

-- hazard authorization: what others may do with default privileges for role postgres on large objects changes
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT, UPDATE ON LARGE OBJECTS TO case_blob_reader WITH GRANT OPTION;
