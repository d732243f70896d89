-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ADD COLUMN c text,
    ADD COLUMN d bigint;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard default-later: rows that are there keep NULL in public.t.c: its default comes after it
-- hazard default-later: rows that are there keep NULL in public.t.d: its default comes after it
ALTER TABLE public.t
    ALTER COLUMN c SET DEFAULT public.row_text(NULL::public.t),
    ALTER COLUMN d SET DEFAULT public.reads();
