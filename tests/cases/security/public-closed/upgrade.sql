-- hazard authorization: what others may do with public changes
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
