-- hazard type-rewrite: every column of domain public.wait is written anew
ALTER DOMAIN public.wait RENAME TO wait_old;
CREATE DOMAIN public.wait AS bigint;

-- hazard type-rewrite: every column of domain public.longer is written anew
ALTER DOMAIN public.longer RENAME TO longer_old;
CREATE DOMAIN public.longer AS public.wait;

-- hazard type-rewrite: every column of domain public.waits is written anew
ALTER DOMAIN public.waits RENAME TO waits_old;
CREATE DOMAIN public.waits AS public.wait[];

-- lock: ACCESS EXCLUSIVE on public.stops (blocks reads and writes)
-- hazard type-rewrite: public.stops is written anew, with its indexes
-- hazard type-narrows: values of public.stops.direct that do not fit smallint make it fail, or are changed
-- hazard type-narrows: values of public.stops.years that do not fit numeric make it fail, or are changed
-- hazard type-narrows: values of public.stops.seconds that do not fit integer make it fail, or are changed
ALTER TABLE public.stops
    ALTER COLUMN w TYPE public.wait USING w::text::public.wait,
    ALTER COLUMN l TYPE public.longer USING l::text::public.longer,
    ALTER COLUMN direct TYPE smallint USING direct::text::smallint,
    ALTER COLUMN years TYPE numeric USING years::text::numeric,
    ALTER COLUMN list TYPE public.wait[] USING list::text[]::public.wait[],
    ALTER COLUMN seconds TYPE integer USING seconds::text::integer,
    ALTER COLUMN one TYPE smallint USING one::text::smallint,
    ALTER COLUMN two TYPE public.waits USING two::text::public.waits;

DROP DOMAIN public.waits_old;

DROP DOMAIN public.longer_old;

DROP DOMAIN public.wait_old;
