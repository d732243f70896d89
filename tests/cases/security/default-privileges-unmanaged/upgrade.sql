-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

CREATE TABLE public.made (
    id integer
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit character varying(5) make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(5);

CREATE VIEW public.v AS
SELECT t.id,
    t.a
   FROM public.t;
REVOKE SELECT ON TABLE public.v FROM case_dpu_reader;
