-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ADD COLUMN c text,
    ALTER COLUMN c SET DEFAULT public.row_text(NULL::public.t),
    ADD COLUMN d bigint,
    ALTER COLUMN d SET DEFAULT public.reads();
