CREATE ACCESS METHOD one TYPE TABLE HANDLER heap_tableam_handler;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard move-data: the whole of public.t is written anew
ALTER TABLE public.t SET ACCESS METHOD one;

DROP ACCESS METHOD two;
