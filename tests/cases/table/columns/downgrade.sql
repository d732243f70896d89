-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard column-order: public.t.gone comes last, not before n as in the model
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.n that do not fit integer make it fail, or are changed
-- hazard drop-column: the values of public.t.c are lost
-- hazard drop-column: the values of public.t.i are lost
ALTER TABLE public.t
    ALTER COLUMN a DROP DEFAULT,
    ADD COLUMN gone text,
    ALTER COLUMN n TYPE integer,
    DROP COLUMN c,
    DROP COLUMN i,
    DROP COLUMN g,
    ALTER COLUMN a DROP NOT NULL;
