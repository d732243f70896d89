-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER TABLE public.v ALTER COLUMN b DROP DEFAULT;

-- hazard rebuild: statistics public.u.u_stat is dropped here and created again because of column public.t.c
DROP STATISTICS public.u_stat;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-index: waits for every query on public.u, and all others wait behind it
-- hazard rebuild: index public.u.u_joined is dropped here and created again because of column public.t.c
DROP INDEX public.u_joined;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard rebuild: check public.u.known is dropped here and created again because of column public.t.c
ALTER TABLE public.u
    DROP CONSTRAINT known,
    ALTER COLUMN d DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit bigint make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE bigint;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.f(NULL::public.t);

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard add-check: public.u is scanned under the lock
ALTER TABLE public.u
    ALTER COLUMN d SET DEFAULT public.f(NULL::public.t),
    ADD CONSTRAINT known CHECK (b <> public.f(NULL::public.t));

-- lock: SHARE on public.u (blocks writes)
-- hazard create-index: writes to public.u wait until the index is built
CREATE INDEX u_joined ON public.u USING btree ((b || public.f(NULL::public.t)));

CREATE STATISTICS public.u_stat ON a, ((b || public.f(NULL::public.t))) FROM public.u;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER TABLE public.v ADD COLUMN c integer DEFAULT 3;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER TABLE public.v ALTER COLUMN b SET DEFAULT public.g(NULL::public.v);
