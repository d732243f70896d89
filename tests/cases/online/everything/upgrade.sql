-- serves until the new one is there
ALTER INDEX public.users_name RENAME TO users_name_kedge_old;

ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
-- lock: SHARE on public.totals (blocks writes)
-- lock: SHARE on public.users (blocks writes)
-- kedge:autocommit
ALTER DOMAIN public.amount VALIDATE CONSTRAINT positive;

CREATE TABLE public.fresh (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT fresh_id_check CHECK (id > 0),
    CONSTRAINT fresh_pkey PRIMARY KEY (id)
);

CREATE INDEX fresh_user ON public.fresh USING btree (user_id);

-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders ADD CONSTRAINT orders_id_kedge_not_null CHECK (id IS NOT NULL) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_id_kedge_not_null;
-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders ALTER COLUMN id SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders
    DROP CONSTRAINT orders_id_kedge_not_null,
    ADD CONSTRAINT "orders_Upper ""Case_kedge_not_null" CHECK ("Upper ""Case" IS NOT NULL) NOT VALID;

-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.orders VALIDATE CONSTRAINT "orders_Upper ""Case_kedge_not_null";
-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders ALTER COLUMN "Upper ""Case" SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders
    DROP CONSTRAINT "orders_Upper ""Case_kedge_not_null",
    ADD CONSTRAINT orders_code CHECK (code <> ''::text) NOT VALID;

-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_code;

-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey ON public.orders USING btree (id);
-- lock: ACCESS EXCLUSIVE on public.orders (blocks reads and writes)
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey;

-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY orders_code_idx ON public.orders USING btree (code);

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users ADD CONSTRAINT users_email_kedge_not_null CHECK (email IS NOT NULL) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.users VALIDATE CONSTRAINT users_email_kedge_not_null;
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users ALTER COLUMN email SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users
    DROP CONSTRAINT users_email_kedge_not_null,
    ADD CONSTRAINT users_total CHECK ((total)::integer < 1000) NOT VALID;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.users VALIDATE CONSTRAINT users_total;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY users_pkey ON public.users USING btree (id);
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users USING btree (email) INCLUDE (name) WITH (fillfactor='70');
-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users ADD CONSTRAINT users_email UNIQUE USING INDEX users_email DEFERRABLE INITIALLY DEFERRED;

-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY users_name ON public.users USING btree (lower(name)) WHERE (phone IS NOT NULL);
-- kedge:autocommit
DROP INDEX CONCURRENTLY public.users_name_kedge_old;

-- lock: SHARE UPDATE EXCLUSIVE on public.totals (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY totals_id ON public.totals USING btree (id);

-- kedge:autocommit
DROP INDEX CONCURRENTLY public.users_phone;

-- lock: SHARE ROW EXCLUSIVE on public.users (blocks writes)
ALTER TABLE public.fresh ADD CONSTRAINT fresh_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

-- lock: SHARE ROW EXCLUSIVE on public.orders (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.users (blocks writes)
ALTER TABLE public.orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES public.users(id) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.orders (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user;

-- lock: SHARE ROW EXCLUSIVE on public.users (blocks writes)
ALTER TABLE public.users ADD CONSTRAINT users_boss FOREIGN KEY (boss) REFERENCES public.users(id) ON DELETE SET NULL NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.users (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.users VALIDATE CONSTRAINT users_boss;
