-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
ALTER SEQUENCE public.q AS smallint;
COMMENT ON SEQUENCE public.q IS 'q';

-- lock: SHARE ROW EXCLUSIVE on public.s (blocks writes)
ALTER SEQUENCE public.s INCREMENT BY 5 MINVALUE -10 START WITH 20 CACHE 3 CYCLE;
