-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of enum public.e
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_x is dropped here and created again because of enum public.e
DROP INDEX public.t_x;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: check public.t.c is dropped here and created again
ALTER TABLE public.t
    DROP CONSTRAINT c,
    ALTER COLUMN y DROP DEFAULT,
    ALTER COLUMN x DROP DEFAULT;

-- hazard rebuild: function public.f(public.e) is dropped here and created again because of enum public.e
DROP FUNCTION public.f(public.e);

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'b');

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.e) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select 1$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.e USING x::text::public.e,
    ALTER COLUMN x SET DEFAULT 'a'::public.e,
    ALTER COLUMN y TYPE public.e[] USING y::text[]::public.e[],
    ALTER COLUMN y SET DEFAULT '{a}'::public.e[],
    ADD CONSTRAINT c CHECK (x <> 'b'::public.e);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_x ON public.t USING btree (x) WHERE (x = 'a'::public.e);

CREATE VIEW public.v AS
SELECT t.x
   FROM public.t
  WHERE (t.x = 'a'::public.e);

DROP TYPE public.e_old;
