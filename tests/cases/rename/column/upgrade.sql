-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what still says name for public.users.full_name fails
ALTER TABLE public.users RENAME COLUMN name TO full_name;
