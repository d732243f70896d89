-- lock: ACCESS EXCLUSIVE on public.firsts (blocks reads and writes)
-- hazard rebuild: view public.firsts is dropped here and created again because of materialized view public.v
DROP VIEW public.firsts;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
ALTER TABLE public.w NOT OF;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- public.w.two is text until materialized view public.v is there again
-- hazard type-rewrite: public.w is written anew, with its indexes
ALTER TABLE public.w
    ALTER COLUMN two TYPE text,
    ALTER COLUMN one TYPE text;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-index: waits for every query on public.u, and all others wait behind it
-- hazard rebuild: index public.u.u_y is dropped here and created again because of column public.u.y
DROP INDEX public.u_y;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- public.u.z is text until materialized view public.v is there again
-- hazard rebuild: check public.u.y_has_a is dropped here and created again because of materialized view public.v
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u
    DROP CONSTRAINT y_has_a,
    ALTER COLUMN z DROP DEFAULT,
    ALTER COLUMN z TYPE text,
    ALTER COLUMN y DROP DEFAULT,
    ALTER COLUMN y TYPE text,
    ALTER COLUMN x TYPE text;

-- hazard rebuild: domain public.d is dropped here and created again because of composite public.pair
DROP DOMAIN public.d;

-- hazard rebuild: composite public.pair is dropped here and created again because of materialized view public.v
DROP TYPE public.pair;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-matview: the rows of public.v must be computed again
-- hazard rebuild: materialized view public.v is dropped here and created again because of column public.t.a
DROP MATERIALIZED VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE MATERIALIZED VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t
WITH DATA;

CREATE TYPE public.pair AS (
    one public.v,
    two public.v[]
);

CREATE DOMAIN public.d AS public.pair;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.x that do not fit public.d make it fail, or are changed
-- hazard type-narrows: values of public.u.y that do not fit public.v make it fail, or are changed
-- hazard type-narrows: values of public.u.z that do not fit public.v[] make it fail, or are changed
-- hazard add-check: public.u is scanned under the lock
ALTER TABLE public.u
    ALTER COLUMN x TYPE public.d USING x::public.d,
    ALTER COLUMN y TYPE public.v USING y::public.v,
    ALTER COLUMN y SET DEFAULT ROW((1)::bigint, 'x'::text)::public.v,
    ALTER COLUMN z TYPE public.v[] USING z::public.v[],
    ALTER COLUMN z SET DEFAULT '{}'::public.v[],
    ADD CONSTRAINT y_has_a CHECK ((y).a > 0);

-- lock: SHARE on public.u (blocks writes)
-- hazard create-index: writes to public.u wait until the index is built
CREATE INDEX u_y ON public.u USING btree (y);

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard type-rewrite: public.w is written anew, with its indexes
-- hazard type-narrows: values of public.w.one that do not fit public.v make it fail, or are changed
-- hazard type-narrows: values of public.w.two that do not fit public.v[] make it fail, or are changed
ALTER TABLE public.w
    ALTER COLUMN one TYPE public.v USING one::public.v,
    ALTER COLUMN two TYPE public.v[] USING two::public.v[],
    OF public.pair;

CREATE VIEW public.firsts AS
SELECT u.id,
    (u.x).one AS one,
    (u.y).a AS a
   FROM public.u;

CREATE UNIQUE INDEX v_a ON public.v USING btree (a);
