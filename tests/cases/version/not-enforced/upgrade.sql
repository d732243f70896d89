-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard rebuild: check public.a.y is dropped here and created again
-- hazard add-check: public.a is scanned under the lock
ALTER TABLE public.a
    DROP CONSTRAINT y,
    ADD CONSTRAINT y CHECK (y > 0),
    ADD CONSTRAINT z CHECK (z < 10) NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.a ALTER CONSTRAINT a_w_fkey NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- hazard add-foreign-key: public.a and public.p are locked while the rows are checked
ALTER TABLE public.a ALTER CONSTRAINT a_x_fkey ENFORCED;

CREATE TABLE public.n (
    x integer,
    CONSTRAINT c CHECK (x > 1) NO INHERIT NOT ENFORCED,
    CONSTRAINT v CHECK (x > 2)
);
COMMENT ON CONSTRAINT c ON public.n IS 'hint for the planner';

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
ALTER TABLE public.n ADD CONSTRAINT n_x_fkey FOREIGN KEY (x) REFERENCES public.p(id) ON DELETE CASCADE NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- locks public.p too, for a moment
-- hazard drop-table: the rows of public.gone are lost
DROP TABLE public.gone;
