-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.i
DROP VIEW public.v;

-- hazard rebuild: function public.f(public.inner_) is dropped here and created again because of composite public.inner_
DROP FUNCTION public.f(public.inner_);

-- hazard enum-rebuild: every column of type public.mood is written anew; rows with a label that goes make it fail
ALTER TYPE public.mood RENAME TO mood_old;
CREATE TYPE public.mood AS ENUM ('sad', 'glad');

ALTER TYPE public.alone ALTER ATTRIBUTE m TYPE public.mood;

-- hazard type-rewrite: every column of the composite type public.inner_ is written anew
ALTER TYPE public.inner_ RENAME TO inner__old;
CREATE TYPE public.inner_ AS (
    m public.mood,
    n integer
);

-- hazard type-rewrite: every column of the composite type public.outer_ is written anew
ALTER TYPE public.outer_ RENAME TO outer__old;
CREATE TYPE public.outer_ AS (
    i public.inner_,
    t timestamp with time zone,
    gone text
);

-- hazard type-rewrite: every column of domain public.dom is written anew
ALTER DOMAIN public.dom RENAME TO dom_old;
CREATE DOMAIN public.dom AS public.outer_;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.inner_) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN i TYPE public.inner_ USING i::text::public.inner_,
    ALTER COLUMN list TYPE public.inner_[] USING list::text[]::public.inner_[],
    ALTER COLUMN o TYPE public.outer_ USING CASE WHEN o IS DISTINCT FROM NULL THEN ROW((o).i, (o).t, NULL)::text::public.outer_ END,
    ALTER COLUMN d TYPE public.dom USING d::text::public.dom;

CREATE VIEW public.v AS
SELECT t.id,
    (t.i).n AS n,
    (t.o).t AS t
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.again are lost
ALTER TABLE public.t DROP COLUMN again;

DROP DOMAIN public.dom_old;

DROP TYPE public.outer__old;

DROP TYPE public.inner__old;

DROP TYPE public.mood_old;
