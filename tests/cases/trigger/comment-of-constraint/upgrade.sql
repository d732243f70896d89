-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard not-modelled: comment on a part of another object goes with it: type public.v
-- hazard rebuild: view public.v is dropped here and created again
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: trigger public.t.c is dropped here and created again
DROP TRIGGER c ON public.t;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE CONSTRAINT TRIGGER c
    AFTER INSERT OR UPDATE ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

CREATE VIEW public.v AS
SELECT t.b
   FROM public.t;
