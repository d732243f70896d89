-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: trigger public.t.one is dropped here and created again
DROP TRIGGER one ON public.t;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE TRIGGER one
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
DROP TRIGGER two ON public.t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
DROP TRIGGER three ON public.t;
