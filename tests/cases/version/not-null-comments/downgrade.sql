COMMENT ON CONSTRAINT p_a_not_null ON public.p IS NULL;

COMMENT ON CONSTRAINT p_a_not_null ON public.p1 IS NULL;

COMMENT ON CONSTRAINT parent_a_not_null ON public.parent IS NULL;

COMMENT ON CONSTRAINT parent_a_not_null ON public.child IS 'of the child';

-- lock: ACCESS EXCLUSIVE on public.renamed (blocks reads and writes)
ALTER TABLE public.renamed RENAME CONSTRAINT two TO one;

COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'before';

COMMENT ON CONSTRAINT named ON public.t IS 'gone';

COMMENT ON CONSTRAINT t_c_not_null ON public.t IS NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.e makes it fail
ALTER TABLE public.t
    ALTER COLUMN d DROP NOT NULL,
    ALTER COLUMN e SET NOT NULL,
    ALTER COLUMN f DROP NOT NULL,
    ADD CONSTRAINT late NOT NULL f NOT VALID;

COMMENT ON CONSTRAINT t_e_not_null ON public.t IS 'goes with it';

COMMENT ON CONSTRAINT late ON public.t IS 'not valid';

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- hazard type-rewrite: public.typed is written anew, with its indexes
-- hazard type-narrows: values of public.typed.a that do not fit integer make it fail, or are changed
ALTER TABLE public.typed ALTER COLUMN a TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-table: the rows of public.p2 are lost
DROP TABLE public.p2;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;

-- lock: ACCESS EXCLUSIVE on public.child2 (blocks reads and writes)
-- hazard drop-table: the rows of public.child2 are lost
DROP TABLE public.child2;
