-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN y DROP DEFAULT;

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS text
    CONSTRAINT d_check CHECK (VALUE <> ''::text);

-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.e is scanned; a NULL makes it fail
ALTER DOMAIN public.e SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard drop-column: the values of public.t.x are lost
ALTER TABLE public.t
    ALTER COLUMN y TYPE public.d[] USING y::text[]::public.d[],
    ALTER COLUMN y SET DEFAULT ARRAY[('a'::text)::public.d],
    DROP COLUMN x;

DROP DOMAIN public.d_old;
