-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what uses public.people by its old name public.users fails
ALTER TABLE public.users RENAME TO people;

-- lock: ACCESS EXCLUSIVE on public.old_users (blocks reads and writes)
-- hazard rebuild: view public.old_users is dropped here and created again
DROP VIEW public.old_users;

CREATE VIEW public.old_users AS
SELECT people.id
   FROM public.people;
