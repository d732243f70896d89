do $$ begin create role case_blob_reader; exception when duplicate_object then null; end $$;
do $$ begin create role case_blob_writer; exception when duplicate_object then null; end $$;
alter default privileges grant select on large objects to case_blob_reader;
alter default privileges for role case_blob_writer grant select on large objects to public;
