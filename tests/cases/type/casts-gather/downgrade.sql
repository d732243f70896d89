-- hazard rebuild: statistics public.o.o_s is dropped here and created again because of column public.o.total
DROP STATISTICS public.o_s;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard drop-index: waits for every query on public.o, and all others wait behind it
-- hazard rebuild: index public.o.i is dropped here and created again because of column public.o.total
DROP INDEX public.i;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard rebuild: check public.o.p is dropped here and created again because of column public.o.total
-- hazard type-rewrite: public.o is written anew, with its indexes
-- hazard type-narrows: values of public.o.total that do not fit integer make it fail, or are changed
-- hazard add-check: public.o is scanned under the lock
ALTER TABLE public.o
    DROP CONSTRAINT p,
    ALTER COLUMN total TYPE integer,
    ADD CONSTRAINT p CHECK (total > 0);

-- lock: SHARE on public.o (blocks writes)
-- hazard create-index: writes to public.o wait until the index is built
CREATE INDEX i ON public.o USING btree (total) WHERE (total > 5);

CREATE STATISTICS public.o_s ON ((total + 1)) FROM public.o;
