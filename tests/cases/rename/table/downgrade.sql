-- lock: ACCESS EXCLUSIVE on public.people (blocks reads and writes)
-- hazard rename: what uses public.users by its old name public.people fails
ALTER TABLE public.people RENAME TO users;

-- lock: ACCESS EXCLUSIVE on public.old_users (blocks reads and writes)
-- hazard rebuild: view public.old_users is dropped here and created again
DROP VIEW public.old_users;

CREATE VIEW public.old_users AS
SELECT users.id
   FROM public.users;
