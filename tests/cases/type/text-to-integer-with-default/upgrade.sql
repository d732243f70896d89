-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.n that do not fit integer make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN n TYPE integer USING n::integer,
    ALTER COLUMN n SET DEFAULT 7;
