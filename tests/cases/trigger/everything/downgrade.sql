-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE OR REPLACE TRIGGER one
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
DROP TRIGGER two ON public.t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
DROP TRIGGER three ON public.t;
