-- hazard rebuild: statistics public.t.rebuilt is dropped here and created again
DROP STATISTICS one.rebuilt;

ALTER STATISTICS two.comes_home SET SCHEMA public;
COMMENT ON STATISTICS public.comes_home IS NULL;

CREATE STATISTICS one.goes ON b, c FROM public.t;

ALTER STATISTICS two.moves SET SCHEMA one;

ALTER STATISTICS public.owned OWNER TO kedge_case_a;

CREATE STATISTICS one.rebuilt (mcv) ON b, c FROM public.t;
ALTER STATISTICS one.rebuilt OWNER TO kedge_case_b;

DROP STATISTICS two.fresh;
