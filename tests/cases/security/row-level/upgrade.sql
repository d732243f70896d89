-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
-- hazard rebuild: policy public.toggled.typed is dropped here and created again because of column public.toggled.note
DROP POLICY typed ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
-- hazard rebuild: policy public.toggled.less is dropped here and created again
DROP POLICY less ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
-- hazard rebuild: policy public.toggled.kind is dropped here and created again
DROP POLICY kind ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.off_again (blocks reads and writes)
-- hazard authorization: who sees which rows of public.off_again changes
ALTER TABLE public.off_again
    DISABLE ROW LEVEL SECURITY,
    NO FORCE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
CREATE POLICY "own ""rows""" ON public.kept
    USING (owner = CURRENT_USER)
    WITH CHECK ((owner = CURRENT_USER) AND (NOT secret));

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
CREATE POLICY restricted ON public.kept
    AS RESTRICTIVE
    FOR SELECT
    TO "Case Row ""Odd""", case_row_app, case_row_audit
    USING (EXISTS ( SELECT
   FROM public.off_again o
  WHERE (o.id = kept.id)));

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard authorization: who sees which rows of public.kept changes
ALTER TABLE public.kept ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.made (
    id integer,
    owner name
);

CREATE POLICY of_new ON public.made
    TO case_row_app
    USING (owner = CURRENT_USER);
COMMENT ON POLICY of_new ON public.made IS 'new';

ALTER TABLE public.made
    ENABLE ROW LEVEL SECURITY,
    FORCE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
ALTER TABLE public.toggled ALTER COLUMN note TYPE text;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY everybody ON public.toggled
    TO PUBLIC;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY expression ON public.toggled
    USING ((owner = CURRENT_USER) OR (id = 0))
    WITH CHECK (id <> 0);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY kind ON public.toggled
    AS RESTRICTIVE
    USING (id > 0);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY less ON public.toggled
    FOR UPDATE
    USING (owner = CURRENT_USER);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY new_name ON public.toggled
    FOR DELETE
    USING (id > 1);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER POLICY roles ON public.toggled
    TO case_row_app, case_row_audit;

COMMENT ON POLICY same ON public.toggled IS 'after';

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
CREATE POLICY typed ON public.toggled
    FOR DELETE
    USING (note = 'x'::text);

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
ALTER TABLE public.toggled FORCE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.toggled (blocks reads and writes)
-- hazard authorization: who sees which rows of public.toggled changes
DROP POLICY old_name ON public.toggled;

-- lock: ACCESS EXCLUSIVE on public.off_again (blocks reads and writes)
-- hazard authorization: who sees which rows of public.off_again changes
DROP POLICY gone ON public.off_again;
