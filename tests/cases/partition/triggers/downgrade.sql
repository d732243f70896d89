-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
CREATE OR REPLACE TRIGGER t
    AFTER INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
DROP TRIGGER own ON public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
DROP TRIGGER s ON public.p;
