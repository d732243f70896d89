-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;

COMMENT ON TABLE public.t IS NULL;

DROP CAST (public.color AS json);
