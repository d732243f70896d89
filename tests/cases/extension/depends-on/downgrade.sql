ALTER TRIGGER u ON public.t NO DEPENDS ON EXTENSION plpgsql;

-- lock: ACCESS EXCLUSIVE on public.t_b (blocks reads and writes)
ALTER INDEX public.t_b NO DEPENDS ON EXTENSION hstore;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_a is dropped here and created again
DROP INDEX public.t_a;

ALTER PROCEDURE public.p() NO DEPENDS ON EXTENSION fuzzystrmatch;

-- hazard rebuild: function public.again(integer) is dropped here and created again
DROP FUNCTION public.again(integer);

CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.again(a integer) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

ALTER FUNCTION public.again(integer) DEPENDS ON EXTENSION hstore;

CREATE OR REPLACE FUNCTION public.changes() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
ALTER FUNCTION public.changes() DEPENDS ON EXTENSION hstore;

ALTER FUNCTION public.changes() NO DEPENDS ON EXTENSION fuzzystrmatch;
ALTER FUNCTION public.changes() DEPENDS ON EXTENSION plpgsql;

CREATE FUNCTION public.gone() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

ALTER FUNCTION public.gone() DEPENDS ON EXTENSION pg_trgm;

CREATE OR REPLACE FUNCTION public.kept() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
ALTER FUNCTION public.kept() DEPENDS ON EXTENSION hstore;

ALTER FUNCTION public.stays() DEPENDS ON EXTENSION pg_trgm;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_a ON public.t USING btree (a);

-- lock: ACCESS EXCLUSIVE on public.t_a (blocks reads and writes)
ALTER INDEX public.t_a DEPENDS ON EXTENSION hstore;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE OR REPLACE TRIGGER t
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();
ALTER TRIGGER t ON public.t DEPENDS ON EXTENSION hstore;

-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
ALTER MATERIALIZED VIEW public.m DEPENDS ON EXTENSION hstore;

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- hazard drop-matview: the rows of public.n must be computed again
DROP MATERIALIZED VIEW public.n;

-- hazard drop-extension: the objects of extension fuzzystrmatch go, and the data in them
DROP EXTENSION fuzzystrmatch;
