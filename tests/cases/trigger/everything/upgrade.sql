-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE OR REPLACE TRIGGER one
    BEFORE INSERT OR UPDATE OF a, b ON public.t
    FOR EACH ROW
    WHEN (new.a IS DISTINCT FROM 3)
    EXECUTE FUNCTION public.f('x', 'it''s');
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
ALTER TABLE public.t DISABLE TRIGGER one;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE TRIGGER three
    AFTER UPDATE ON public.t
    REFERENCING OLD TABLE AS o NEW TABLE AS n
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
ALTER TABLE public.t ENABLE ALWAYS TRIGGER three;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE CONSTRAINT TRIGGER two
    AFTER DELETE ON public.t
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION public.f();
COMMENT ON TRIGGER two ON public.t IS 'two';
