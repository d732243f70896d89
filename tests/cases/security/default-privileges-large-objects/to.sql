do $$ begin create role case_blob_reader; exception when duplicate_object then null; end $$;
do $$ begin create role case_blob_writer; exception when duplicate_object then null; end $$;
alter default privileges grant select, update on large objects to case_blob_reader with grant option;
alter default privileges for role case_blob_reader grant update on large objects to case_blob_writer;
