-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard type-rewrite: public.o is written anew, with its indexes
ALTER TABLE public.o ALTER COLUMN total TYPE numeric;
