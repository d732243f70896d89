-- hazard rebuild: cast (public.size AS text) is dropped here and created again because of enum public.size
DROP CAST (public.size AS text);

-- hazard rebuild: function public.size_text(public.size) is dropped here and created again because of enum public.size
DROP FUNCTION public.size_text(public.size);

CREATE TYPE public.mood AS ENUM ('sad', 'happy', '');

-- hazard enum-rebuild: every column of type public.size is written anew; rows with a label that goes make it fail
ALTER TYPE public.size RENAME TO size_old;
CREATE TYPE public.size AS ENUM ('small', 'big');

-- hazard type-rewrite: every column of domain public.feeling is written anew
ALTER DOMAIN public.feeling RENAME TO feeling_old;
CREATE DOMAIN public.feeling AS public.mood;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.mood_text(public.mood) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$select upper(enum_range($1, null)::varchar)$$;

CREATE FUNCTION public.size_text(public.size) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$select 'size'::text$$;

CREATE CAST (public.mood AS text) WITH FUNCTION public.mood_text(public.mood);

CREATE CAST (public.size AS text) WITH FUNCTION public.size_text(public.size) AS ASSIGNMENT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.m that do not fit public.mood make it fail, or are changed
-- hazard type-narrows: values of public.t.l that do not fit public.mood[] make it fail, or are changed
-- hazard type-narrows: values of public.t.k that do not fit public.size make it fail, or are changed
-- hazard type-narrows: values of public.t.z that do not fit public.size[] make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN m TYPE public.mood USING (CASE WHEN m IS DISTINCT FROM NULL THEN concat(m) END)::public.mood,
    ALTER COLUMN f TYPE public.feeling USING (CASE WHEN f IS DISTINCT FROM NULL THEN concat(f) END)::public.feeling,
    ALTER COLUMN l TYPE public.mood[] USING (CASE WHEN l IS DISTINCT FROM NULL THEN concat(l) END)::public.mood[],
    ALTER COLUMN s TYPE public.size USING (CASE WHEN s IS DISTINCT FROM NULL THEN concat(s) END)::public.size,
    ALTER COLUMN k TYPE public.size USING k::public.size,
    ALTER COLUMN z TYPE public.size[] USING z::text[]::public.size[];

DROP CAST (public.temper AS text);

DROP FUNCTION public.temper_text(public.temper);

DROP DOMAIN public.feeling_old;

DROP TYPE public.temper;

DROP TYPE public.size_old;
