-- lock: SHARE ROW EXCLUSIVE on public.s (blocks writes)
ALTER SEQUENCE public.s OWNED BY NONE;
