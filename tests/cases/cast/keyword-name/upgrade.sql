CREATE CAST (public.color AS json) WITH FUNCTION public."json"(public.color) AS ASSIGNMENT;

COMMENT ON TABLE public.t IS 'x';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('public.tickets'::regclass);
