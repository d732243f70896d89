-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'old'::text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v ALTER COLUMN c DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public."V 2" (blocks reads and writes)
DROP VIEW public."V 2";
