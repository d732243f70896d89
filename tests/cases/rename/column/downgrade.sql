-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what still says full_name for public.users.name fails
ALTER TABLE public.users RENAME COLUMN full_name TO name;
