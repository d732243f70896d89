-- proven, but for rows that are not as it wants them: the downgrade fails over rows in public.h: malformed record literal: "(1)"; Too few columns. (ALTER TABLE public.h     ADD COLUMN gone public.t,     ALTER ...)

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard drop-column: the values of public.h.gone are lost
ALTER TABLE public.h
    ALTER COLUMN other TYPE text,
    DROP COLUMN gone;

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- hazard drop-table: the rows of public.goes are lost
DROP TABLE public.goes;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard volatile-default: public.t is written anew to number public.t.n
ALTER TABLE public.t ADD COLUMN n integer GENERATED ALWAYS AS IDENTITY NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
ALTER TABLE public.comes
    ADD COLUMN r public.t,
    ADD COLUMN s public.t[];
