-- hazard rebuild: statistics public.t.rebuilt is dropped here and created again
DROP STATISTICS one.rebuilt;

ALTER STATISTICS public.comes_home SET SCHEMA two;
COMMENT ON STATISTICS two.comes_home IS 'from public';

CREATE STATISTICS two.fresh ON a, b FROM public.t;
ALTER STATISTICS two.fresh OWNER TO kedge_case_a;

ALTER STATISTICS one.moves SET SCHEMA two;

ALTER STATISTICS public.owned OWNER TO kedge_case_b;

CREATE STATISTICS one.rebuilt (ndistinct) ON b, c FROM public.t;
ALTER STATISTICS one.rebuilt OWNER TO kedge_case_b;

DROP STATISTICS one.goes;
