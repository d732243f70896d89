COMMENT ON CONSTRAINT commented_not_null ON DOMAIN public.commented IS 'after';

CREATE DOMAIN public.fresh AS integer CONSTRAINT fresh_one NOT NULL;
COMMENT ON CONSTRAINT fresh_one ON DOMAIN public.fresh IS 'new';

-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.gets is scanned; a NULL makes it fail
ALTER DOMAIN public.gets ADD CONSTRAINT "Odd name" NOT NULL;
COMMENT ON CONSTRAINT "Odd name" ON DOMAIN public.gets IS 'it''s odd';

ALTER DOMAIN public.loses DROP NOT NULL;

ALTER DOMAIN public.loses_name RENAME CONSTRAINT some_name TO loses_name_not_null;

ALTER DOMAIN public.named RENAME CONSTRAINT first_name TO second_name;
COMMENT ON CONSTRAINT second_name ON DOMAIN public.named IS 'with a comment';

-- hazard type-rewrite: every column of domain public.rebuilt is written anew
ALTER DOMAIN public.rebuilt RENAME TO rebuilt_old;
CREATE DOMAIN public.rebuilt AS bigint CONSTRAINT kept NOT NULL
    CONSTRAINT rebuilt_check CHECK (VALUE > 0);
COMMENT ON CONSTRAINT kept ON DOMAIN public.rebuilt IS 'kept';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE public.rebuilt USING c::text::public.rebuilt;

DROP DOMAIN public.rebuilt_old;
