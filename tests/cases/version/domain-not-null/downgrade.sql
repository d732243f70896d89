COMMENT ON CONSTRAINT commented_not_null ON DOMAIN public.commented IS 'before';

ALTER DOMAIN public.gets DROP NOT NULL;

-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.loses is scanned; a NULL makes it fail
ALTER DOMAIN public.loses ADD CONSTRAINT goes NOT NULL;

ALTER DOMAIN public.loses_name RENAME CONSTRAINT loses_name_not_null TO some_name;

ALTER DOMAIN public.named RENAME CONSTRAINT second_name TO first_name;
COMMENT ON CONSTRAINT first_name ON DOMAIN public.named IS NULL;

-- hazard type-rewrite: every column of domain public.rebuilt is written anew
ALTER DOMAIN public.rebuilt RENAME TO rebuilt_old;
CREATE DOMAIN public.rebuilt AS integer CONSTRAINT kept NOT NULL
    CONSTRAINT rebuilt_check CHECK (VALUE > 0);
COMMENT ON CONSTRAINT kept ON DOMAIN public.rebuilt IS 'kept';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE public.rebuilt USING c::text::public.rebuilt;

DROP DOMAIN public.rebuilt_old;

DROP DOMAIN public.fresh;
