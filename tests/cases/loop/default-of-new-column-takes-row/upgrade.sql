-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard default-later: rows that are there keep NULL in public.t.c: its default comes after it
-- hazard default-later: rows that are there keep NULL in public.t.d: its default comes after it
ALTER TABLE public.t
    ADD COLUMN c text,
    ALTER COLUMN c SET DEFAULT public.row_text(NULL::public.t),
    ADD COLUMN d bigint,
    ALTER COLUMN d SET DEFAULT public.reads();
