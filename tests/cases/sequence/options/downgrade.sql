-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
ALTER SEQUENCE public.q AS integer;
COMMENT ON SEQUENCE public.q IS NULL;

-- lock: SHARE ROW EXCLUSIVE on public.s (blocks writes)
ALTER SEQUENCE public.s INCREMENT BY 1 NO MINVALUE START WITH 1 CACHE 1 NO CYCLE;
