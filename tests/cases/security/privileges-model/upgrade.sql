CREATE SEQUENCE public.all_of_it_id_seq AS integer;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.open() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

CREATE FUNCTION public.touch(integer) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
REVOKE EXECUTE ON FUNCTION public.touch(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.touch(integer) TO case_pm_reader;

CREATE TABLE public.all_of_it (
    id integer DEFAULT nextval('public.all_of_it_id_seq'::regclass) NOT NULL,
    CONSTRAINT all_of_it_pkey PRIMARY KEY (id)
);
GRANT INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.all_of_it TO case_pm_reader;

ALTER SEQUENCE public.all_of_it_id_seq OWNED BY public.all_of_it.id;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t OWNER TO case_pm_app;
-- hazard authorization: what others may do with public.t.b changes
REVOKE SELECT (b) ON TABLE public.t FROM case_pm_reader;
-- hazard authorization: what others may do with public.t changes
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.t FROM case_pm_reader;
GRANT SELECT, INSERT ON TABLE public.t TO "Case pm Odd";
GRANT UPDATE ON TABLE public.t TO "Case pm Odd" WITH GRANT OPTION;
-- hazard authorization: what others may do with public.t.b changes
GRANT INSERT (b), UPDATE (b) ON TABLE public.t TO case_pm_reader;
