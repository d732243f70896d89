-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: column public.t.w is dropped here and created again
ALTER TABLE public.t DROP COLUMN w;

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard rebuild: column public.checked.v is dropped here and created again
ALTER TABLE public.checked
    DROP COLUMN v,
    ADD COLUMN v integer GENERATED ALWAYS AS (a + 1) VIRTUAL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-generated-column: public.t is written anew to compute public.t.w
ALTER TABLE public.t
    ALTER COLUMN v SET EXPRESSION AS (a * 2),
    ADD COLUMN w integer GENERATED ALWAYS AS (a + 1) STORED,
    ADD COLUMN gone integer GENERATED ALWAYS AS (id + 1) VIRTUAL,
    DROP COLUMN added;

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- hazard drop-table: the rows of public.n are lost
DROP TABLE public.n;
