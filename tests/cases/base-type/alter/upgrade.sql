ALTER TYPE public.word SET (RECEIVE = NONE, SEND = public.word_send, TYPMOD_OUT = public.mod_out, ANALYZE = public.word_analyze, STORAGE = extended);
COMMENT ON TYPE public.word IS 'a word';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ALTER COLUMN a SET STORAGE EXTENDED,
    ALTER COLUMN b SET STORAGE EXTENDED;
