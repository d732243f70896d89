-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
ALTER MATERIALIZED VIEW public.m NO DEPENDS ON EXTENSION hstore;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_a is dropped here and created again
DROP INDEX public.t_a;

ALTER FUNCTION public.stays() NO DEPENDS ON EXTENSION pg_trgm;

-- hazard rebuild: function public.again(integer) is dropped here and created again
DROP FUNCTION public.again(integer);

CREATE EXTENSION fuzzystrmatch;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.again(b integer) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

ALTER FUNCTION public.again(integer) DEPENDS ON EXTENSION hstore;

CREATE OR REPLACE FUNCTION public.changes() RETURNS integer
    LANGUAGE sql
    AS $$select 2$$;
ALTER FUNCTION public.changes() DEPENDS ON EXTENSION hstore;

ALTER FUNCTION public.changes() NO DEPENDS ON EXTENSION plpgsql;
ALTER FUNCTION public.changes() DEPENDS ON EXTENSION fuzzystrmatch;

CREATE OR REPLACE FUNCTION public.kept() RETURNS integer
    LANGUAGE sql
    AS $$select 2$$;
ALTER FUNCTION public.kept() DEPENDS ON EXTENSION hstore;

ALTER PROCEDURE public.p() DEPENDS ON EXTENSION fuzzystrmatch;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_a ON public.t USING btree (a DESC);

-- lock: ACCESS EXCLUSIVE on public.t_a (blocks reads and writes)
ALTER INDEX public.t_a DEPENDS ON EXTENSION hstore;

-- lock: ACCESS EXCLUSIVE on public.t_b (blocks reads and writes)
ALTER INDEX public.t_b DEPENDS ON EXTENSION hstore;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE OR REPLACE TRIGGER t
    BEFORE INSERT OR DELETE ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();
ALTER TRIGGER t ON public.t DEPENDS ON EXTENSION hstore;

ALTER TRIGGER u ON public.t DEPENDS ON EXTENSION plpgsql;

CREATE MATERIALIZED VIEW public.n AS
SELECT t.a
   FROM public.t
WITH DATA;

ALTER MATERIALIZED VIEW public.n DEPENDS ON EXTENSION hstore;

DROP FUNCTION public.gone();

-- hazard drop-extension: the objects of extension pg_trgm go, and the data in them
DROP EXTENSION pg_trgm;
