-- serves until the new one is there
ALTER INDEX public.users_name RENAME TO users_name_kedge_old;

-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders ALTER COLUMN "Upper ""Case" DROP NOT NULL;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY users_name ON public.users USING btree (name);
-- kedge:autocommit
DROP INDEX CONCURRENTLY public.users_name_kedge_old;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY users_phone ON public.users USING btree (phone);

-- kedge:autocommit
DROP INDEX CONCURRENTLY public.totals_id;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users DROP CONSTRAINT users_boss;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users
    DROP CONSTRAINT users_email,
    ALTER COLUMN email DROP NOT NULL,
    DROP CONSTRAINT users_total;

-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.orders DROP CONSTRAINT orders_user;

-- kedge:autocommit
DROP INDEX CONCURRENTLY public.orders_code_idx;

-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders
    DROP CONSTRAINT orders_pkey,
    ALTER COLUMN id DROP NOT NULL,
    DROP CONSTRAINT orders_code;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users DROP CONSTRAINT users_pkey;

ALTER DOMAIN public.amount DROP CONSTRAINT positive;
