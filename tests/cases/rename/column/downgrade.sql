-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what uses public.users.name by its old name full_name fails
ALTER TABLE public.users RENAME COLUMN full_name TO name;

-- lock: ACCESS EXCLUSIVE on public.names (blocks reads and writes)
-- hazard rebuild: view public.names is dropped here and created again
DROP VIEW public.names;

CREATE VIEW public.names AS
SELECT users.id,
    users.name
   FROM public.users;
