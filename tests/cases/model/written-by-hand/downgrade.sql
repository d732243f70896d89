-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what uses public.users.name by its old name display_name fails
ALTER TABLE public.users RENAME COLUMN display_name TO name;

-- lock: ACCESS EXCLUSIVE on public.paid_orders (blocks reads and writes)
DROP VIEW public.paid_orders;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard drop-index: waits for every query on public.users, and all others wait behind it
DROP INDEX public.users_created_idx;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard drop-column: the values of public.users.created_at are lost
-- hazard drop-column: the values of public.users.email are lost
ALTER TABLE public.users
    DROP CONSTRAINT users_email_key,
    DROP COLUMN created_at,
    DROP COLUMN email;

-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
-- locks public.users too, for a moment
-- hazard drop-table: the rows of public.orders are lost
DROP TABLE public.orders;

COMMENT ON TABLE public.users IS NULL;

DROP FUNCTION public.touch();

DROP DOMAIN public.positive_money;

DROP TYPE public.order_status;
