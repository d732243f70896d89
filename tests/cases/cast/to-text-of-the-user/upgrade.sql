-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN n integer;

DROP CAST (public.mood AS text);

DROP FUNCTION public.mood_text(public.mood);
