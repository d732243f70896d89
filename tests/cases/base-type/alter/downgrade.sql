ALTER TYPE public.word SET (RECEIVE = public.word_recv, SEND = NONE, TYPMOD_OUT = NONE, ANALYZE = NONE, STORAGE = main);
COMMENT ON TYPE public.word IS NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ALTER COLUMN a SET STORAGE MAIN,
    ALTER COLUMN b SET STORAGE MAIN;
