-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-index: waits for every query on public.m, and all others wait behind it
-- hazard rebuild: index public.m.m_length is dropped here and created again because of operator class public.by_length USING btree
DROP INDEX public.m_length;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of function public.around(text)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_length is dropped here and created again because of operator class public.by_length USING btree
DROP INDEX public.t_length;

-- hazard rebuild: function public.around(text) is dropped here and created again because of range public.lengths
DROP FUNCTION public.around(text);

-- hazard rebuild: range public.lengths is dropped here and created again because of operator class public.by_length USING btree
DROP TYPE public.lengths;

-- hazard rebuild: operator class public.by_length USING btree is dropped here and created again
DROP OPERATOR CLASS public.by_length USING btree;

CREATE OPERATOR CLASS public.by_length
    FOR TYPE text USING btree FAMILY public.by_length AS
    OPERATOR 1 public.<#(text, text),
    OPERATOR 3 public.=#(text, text),
    OPERATOR 5 public.>#(text, text),
    FUNCTION 1 public.by_length(text, text);
COMMENT ON OPERATOR CLASS public.by_length USING btree IS 'length';

CREATE TYPE public.lengths AS RANGE (
    subtype = text,
    multirange_type_name = public.lengths_multirange,
    subtype_opclass = public.by_length
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.around(text) RETURNS public.lengths
    LANGUAGE plpgsql
    AS $$begin return lengths($1, $1, '[]'); end$$;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_length ON public.t USING btree (name public.by_length);

CREATE VIEW public.v AS
SELECT public.around(t.name) AS around
   FROM public.t;

-- lock: SHARE on public.m (blocks writes)
-- hazard create-index: writes to public.m wait until the index is built
CREATE INDEX m_length ON public.m USING btree (name public.by_length);
