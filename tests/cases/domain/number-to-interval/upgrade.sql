-- proven, but for rows that are not as it wants them: the downgrade fails over rows in public.stops: invalid input syntax for type bigint: "00:01:00"; a row was (id, w, l, direct, years, list, seconds, one, two) = ('1', '00:01:00', '00:01:00', '01:00:00', '1 year', '{00:01:00}', '00:00:01', null, '{00:01:00}') (ALTER TABLE public.stops     ALTER COLUMN w TYPE public.wait ...)

-- hazard type-rewrite: every column of domain public.wait is written anew
ALTER DOMAIN public.wait RENAME TO wait_old;
CREATE DOMAIN public.wait AS interval hour to minute;

-- hazard type-rewrite: every column of domain public.longer is written anew
ALTER DOMAIN public.longer RENAME TO longer_old;
CREATE DOMAIN public.longer AS public.wait;

-- hazard type-rewrite: every column of domain public.waits is written anew
ALTER DOMAIN public.waits RENAME TO waits_old;
CREATE DOMAIN public.waits AS public.wait[];

-- lock: ACCESS EXCLUSIVE on public.stops (blocks reads and writes)
-- hazard type-rewrite: public.stops is written anew, with its indexes
-- hazard type-narrows: values of public.stops.direct that do not fit interval day to hour make it fail, or are changed
-- hazard type-narrows: values of public.stops.years that do not fit interval year make it fail, or are changed
-- hazard type-narrows: values of public.stops.seconds that do not fit interval minute to second(2) make it fail, or are changed
-- hazard type-narrows: values of public.stops.one that do not fit public.waits make it fail, or are changed
ALTER TABLE public.stops
    ALTER COLUMN w TYPE public.wait USING (w * interval '1 minute')::public.wait,
    ALTER COLUMN l TYPE public.longer USING (l * interval '1 minute')::public.longer,
    ALTER COLUMN direct TYPE interval day to hour USING (direct * interval '1 hour')::interval day to hour,
    ALTER COLUMN years TYPE interval year USING (years * interval '1 year')::interval year,
    ALTER COLUMN list TYPE public.wait[] USING list::text::public.wait[],
    ALTER COLUMN seconds TYPE interval minute to second(2) USING seconds::text::interval minute to second(2),
    ALTER COLUMN one TYPE public.waits USING one::text::public.waits,
    ALTER COLUMN two TYPE public.waits USING two::text::public.waits;

DROP DOMAIN public.waits_old;

DROP DOMAIN public.longer_old;

DROP DOMAIN public.wait_old;
