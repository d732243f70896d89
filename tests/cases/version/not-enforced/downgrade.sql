-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard rebuild: check public.a.y is dropped here and created again
ALTER TABLE public.a
    DROP CONSTRAINT y,
    ADD CONSTRAINT y CHECK (y > 0) NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- hazard add-foreign-key: public.a and public.p are locked while the rows are checked
ALTER TABLE public.a ALTER CONSTRAINT a_w_fkey ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.a ALTER CONSTRAINT a_x_fkey NOT ENFORCED;

CREATE TABLE public.gone (
    x integer
);

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
ALTER TABLE public.gone ADD CONSTRAINT gone_x_fkey FOREIGN KEY (x) REFERENCES public.p(id) ON DELETE CASCADE NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- locks public.p too, for a moment
-- hazard drop-table: the rows of public.n are lost
DROP TABLE public.n;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
ALTER TABLE public.a DROP CONSTRAINT z;
