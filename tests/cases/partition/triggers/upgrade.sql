-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
CREATE TRIGGER s
    AFTER INSERT ON public.p
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
CREATE OR REPLACE TRIGGER t
    AFTER UPDATE ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
CREATE TRIGGER own
    BEFORE INSERT ON public.p1
    FOR EACH ROW
    EXECUTE FUNCTION public.f();
