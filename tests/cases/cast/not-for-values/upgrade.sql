-- hazard rebuild: cast (public.size AS text) is dropped here and created again because of enum public.size
DROP CAST (public.size AS text);

-- hazard rebuild: function public.size_text(public.size) is dropped here and created again because of enum public.size
DROP FUNCTION public.size_text(public.size);

-- hazard enum-rebuild: every column of type public.size is written anew; rows with a label that goes make it fail
ALTER TYPE public.size RENAME TO size_old;
CREATE TYPE public.size AS ENUM ('big', 'small');

CREATE TYPE public.temper AS ENUM ('happy', 'sad', '');

-- hazard type-rewrite: every column of domain public.feeling is written anew
ALTER DOMAIN public.feeling RENAME TO feeling_old;
CREATE DOMAIN public.feeling AS public.temper;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.size_text(public.size) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$select 'size'::text$$;

CREATE FUNCTION public.temper_text(public.temper) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$select null::text$$;

CREATE CAST (public.size AS text) WITH FUNCTION public.size_text(public.size) AS ASSIGNMENT;

CREATE CAST (public.temper AS text) WITH FUNCTION public.temper_text(public.temper);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.m that do not fit public.temper make it fail, or are changed
-- hazard type-narrows: values of public.t.l that do not fit public.temper[] make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN m TYPE public.temper USING (CASE WHEN m IS DISTINCT FROM NULL THEN concat(m) END)::public.temper,
    ALTER COLUMN f TYPE public.feeling USING (CASE WHEN f IS DISTINCT FROM NULL THEN concat(f) END)::public.feeling,
    ALTER COLUMN l TYPE public.temper[] USING (CASE WHEN l IS DISTINCT FROM NULL THEN concat(l) END)::public.temper[],
    ALTER COLUMN s TYPE public.size USING (CASE WHEN s IS DISTINCT FROM NULL THEN concat(s) END)::public.size,
    ALTER COLUMN k TYPE text USING (CASE WHEN k IS DISTINCT FROM NULL THEN concat(k) END)::text,
    ALTER COLUMN z TYPE text[] USING (CASE WHEN z IS DISTINCT FROM NULL THEN concat(z) END)::text[];

DROP CAST (public.mood AS text);

DROP FUNCTION public.mood_text(public.mood);

DROP DOMAIN public.feeling_old;

DROP TYPE public.size_old;

DROP TYPE public.mood;
