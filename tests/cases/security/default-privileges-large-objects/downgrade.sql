-- hazard authorization: what others may do with default privileges for role case_blob_reader on large objects changes
ALTER DEFAULT PRIVILEGES FOR ROLE case_blob_reader REVOKE UPDATE ON LARGE OBJECTS FROM case_blob_writer;

ALTER DEFAULT PRIVILEGES FOR ROLE case_blob_writer GRANT SELECT ON LARGE OBJECTS TO PUBLIC;

-- hazard authorization: what others may do with default privileges for role postgres on large objects changes
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE UPDATE ON LARGE OBJECTS FROM case_blob_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE GRANT OPTION FOR SELECT ON LARGE OBJECTS FROM case_blob_reader;
