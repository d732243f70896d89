-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: trigger public.t.tr is dropped here and created again because of column public.t.a
DROP TRIGGER tr ON public.t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: column public.t.b is dropped here and created again because of column public.t.a
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit integer make it fail, or are changed
-- hazard add-generated-column: public.t is written anew to compute public.t.b
ALTER TABLE public.t
    DROP COLUMN b,
    ALTER COLUMN a TYPE integer,
    ADD COLUMN b integer GENERATED ALWAYS AS (a * 2) STORED;

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
CREATE TRIGGER tr
    BEFORE UPDATE OF a ON public.t
    FOR EACH ROW
    WHEN (new.a > 0)
    EXECUTE FUNCTION public.f();
