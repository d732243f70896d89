-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.mood_text(public.mood) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$select null::text$$;

CREATE CAST (public.mood AS text) WITH FUNCTION public.mood_text(public.mood);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.n are lost
ALTER TABLE public.t DROP COLUMN n;
