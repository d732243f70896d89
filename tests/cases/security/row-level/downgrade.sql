-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
-- hazard rebuild: policy public.toggled.typed is dropped here and created again because of column public.toggled.note
DROP POLICY typed ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
-- hazard rebuild: policy public.toggled.kind is dropped here and created again
DROP POLICY kind ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
ALTER TABLE public.kept DISABLE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.off_again (blocks reads and writes)
-- hazard authorization: who sees which rows of public.off_again changes
CREATE POLICY gone ON public.off_again
    USING (owner = CURRENT_USER);

-- lock: ACCESS EXCLUSIVE on public.off_again (blocks reads and writes)
-- hazard authorization: who sees which rows of public.off_again changes
ALTER TABLE public.off_again
    ENABLE ROW LEVEL SECURITY,
    FORCE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard type-rewrite: public.toggled is written anew, with its indexes
-- hazard type-narrows: values of public.toggled.note that do not fit character varying(10) make it fail, or are changed
ALTER TABLE public.toggled ALTER COLUMN note TYPE character varying(10);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY everybody ON public.toggled
    TO case_row_app, case_row_audit;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY expression ON public.toggled
    USING (owner = CURRENT_USER)
    WITH CHECK (owner = CURRENT_USER);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY kind ON public.toggled
    USING (id > 0);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY less ON public.toggled
    WITH CHECK (id > 0);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY old_name ON public.toggled
    FOR DELETE
    USING (id > 1);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY roles ON public.toggled
    TO case_row_app;

COMMENT ON POLICY same ON public.toggled IS 'before';

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY typed ON public.toggled
    FOR DELETE
    USING ((note)::text = 'x'::text);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER TABLE public.toggled NO FORCE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
DROP POLICY new_name ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- hazard drop-table: the rows of public.made are lost
DROP TABLE public.made;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
DROP POLICY restricted ON public.kept;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
DROP POLICY "own ""rows""" ON public.kept;
