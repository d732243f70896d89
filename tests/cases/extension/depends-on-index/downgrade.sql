-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_b is dropped here and created again
DROP INDEX public.t_b;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
CREATE OR REPLACE TRIGGER g
    AFTER INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
CREATE OR REPLACE TRIGGER h
    AFTER INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();
-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
ALTER TABLE public.p ENABLE ALWAYS TRIGGER h;

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
ALTER TABLE public.p1 DISABLE TRIGGER g;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit integer make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN a TYPE integer,
    ALTER COLUMN b TYPE text;

-- lock: ACCESS EXCLUSIVE on public.t_a (blocks reads and writes)
ALTER INDEX public.t_a DEPENDS ON EXTENSION hstore;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_b ON public.t USING btree (lower(b));

-- lock: ACCESS EXCLUSIVE on public.t_b (blocks reads and writes)
ALTER INDEX public.t_b DEPENDS ON EXTENSION hstore;
