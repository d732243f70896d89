-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard rename: what uses public.users.display_name by its old name name fails
ALTER TABLE public.users RENAME COLUMN name TO display_name;

CREATE TYPE public.order_status AS ENUM ('pending', 'paid', 'shipped');

CREATE DOMAIN public.positive_money AS numeric(12,2)
    CONSTRAINT positive CHECK (VALUE > 0);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$begin new.updated_at := now(); return new; end
$$;

CREATE TABLE public.orders (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    user_id bigint NOT NULL,
    status public.order_status DEFAULT 'pending' NOT NULL,
    total public.positive_money NOT NULL,
    CONSTRAINT orders_total_max CHECK (total < 1000000),
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);

CREATE TRIGGER orders_touch
    BEFORE UPDATE ON public.orders
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();

COMMENT ON TABLE public.users IS 'People who can sign in';

-- lock: SHARE ROW EXCLUSIVE on public.users (blocks writes)
ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
ALTER TABLE public.users
    ADD COLUMN email character varying(200) DEFAULT 'x' NOT NULL,
    ADD COLUMN created_at timestamp with time zone DEFAULT now() NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.users (blocks reads and writes)
-- hazard add-key: the index of users_email_key is built under the lock; duplicates make it fail
ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE (email);

-- lock: SHARE on public.users (blocks writes)
-- hazard create-index: writes to public.users wait until the index is built
CREATE INDEX users_created_idx ON public.users USING btree (created_at DESC) WHERE (email is not null);

CREATE VIEW public.paid_orders AS
select o.id, u.email from orders o join users u on u.id = o.user_id
 where o.status in ('paid', 'shipped');
