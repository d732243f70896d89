-- lock: SHARE ROW EXCLUSIVE on public.down (blocks writes)
ALTER SEQUENCE public.down MAXVALUE 7 START WITH 7;

-- lock: SHARE ROW EXCLUSIVE on public.up (blocks writes)
ALTER SEQUENCE public.up MINVALUE -5 START WITH -5 NO CYCLE;

-- lock: SHARE ROW EXCLUSIVE on public.used (blocks writes)
ALTER SEQUENCE public.used MINVALUE -5 START WITH -5;
