-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what uses public.users.full_name by its old name name fails
ALTER TABLE public.users RENAME COLUMN name TO full_name;

-- lock: ACCESS EXCLUSIVE on public.names (blocks reads and writes)
-- hazard rebuild: view public.names is dropped here and created again
DROP VIEW public.names;

CREATE VIEW public.names AS
SELECT users.id,
    users.full_name AS name
   FROM public.users;
