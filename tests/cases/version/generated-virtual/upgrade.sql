-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: column public.t.w is dropped here and created again
ALTER TABLE public.t DROP COLUMN w;

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard rebuild: column public.checked.v is dropped here and created again
ALTER TABLE public.checked
    DROP COLUMN v,
    ADD COLUMN v integer GENERATED ALWAYS AS (a + 2) VIRTUAL;

CREATE TABLE public.n (
    a integer,
    b integer GENERATED ALWAYS AS (abs(a)) VIRTUAL,
    c integer GENERATED ALWAYS AS (a) STORED
);
COMMENT ON COLUMN public.n.b IS 'computed';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- scans public.t
ALTER TABLE public.t
    ALTER COLUMN v SET EXPRESSION AS (a * 3),
    ADD COLUMN w integer GENERATED ALWAYS AS (a + 1) VIRTUAL,
    ADD COLUMN added text GENERATED ALWAYS AS ('x'::text || ((a)::character(1))::text) VIRTUAL NOT NULL,
    DROP COLUMN gone;
