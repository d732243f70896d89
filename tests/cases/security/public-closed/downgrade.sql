-- hazard authorization: what others may do with public changes
GRANT USAGE ON SCHEMA public TO PUBLIC;
