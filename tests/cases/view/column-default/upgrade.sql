CREATE VIEW public."V 2" AS
SELECT t.a AS "A b"
   FROM public.t;

ALTER VIEW public."V 2" ALTER COLUMN "A b" SET DEFAULT 7;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'it''s'::text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN c SET DEFAULT (nextval('public.s'::regclass))::text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT;
