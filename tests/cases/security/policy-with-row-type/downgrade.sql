-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard authorization: who sees which rows of public.o changes
-- hazard rebuild: policy public.o.p is dropped here and created again because of column public.t.c
DROP POLICY p ON public.o;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard authorization: who sees which rows of public.o changes
CREATE POLICY p ON public.o
    USING (NULL::public.t IS NULL);
