-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t OWNER TO postgres;
-- hazard authorization: what others may do with public.t.b changes
REVOKE INSERT (b), UPDATE (b) ON TABLE public.t FROM case_pm_reader;
-- hazard authorization: what others may do with public.t changes
REVOKE SELECT, INSERT, UPDATE ON TABLE public.t FROM "Case pm Odd";
GRANT INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.t TO case_pm_reader;
-- hazard authorization: what others may do with public.t.b changes
GRANT SELECT (b) ON TABLE public.t TO case_pm_reader;

DROP FUNCTION public.touch(integer);

DROP FUNCTION public.open();

-- lock: ACCESS EXCLUSIVE on public.all_of_it (blocks reads and writes)
-- hazard drop-table: the rows of public.all_of_it are lost
DROP TABLE public.all_of_it;
