-- lock: ACCESS EXCLUSIVE on public.there (blocks reads and writes)
ALTER TABLE public.there
    ALTER COLUMN name TYPE character varying(60),
    ALTER COLUMN deleted TYPE boolean;
