-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN r DROP DEFAULT;

-- hazard enum-rebuild: every column of type public.level is written anew; rows with a label that goes make it fail
ALTER TYPE public.level RENAME TO level_old;
CREATE TYPE public.level AS ENUM ('low', 'middle', 'high');

-- hazard type-rewrite: every column of the range type public.level_range is written anew
ALTER TYPE public.level_range RENAME TO level_range_old;
ALTER FUNCTION public.level_range(public.level_old, public.level_old) RENAME TO level_range_old;
ALTER FUNCTION public.level_range(public.level_old, public.level_old, text) RENAME TO level_range_old;
ALTER FUNCTION public.level_multirange() RENAME TO level_multirange_old;
ALTER FUNCTION public.level_multirange(public.level_range_old) RENAME TO level_multirange_old;
ALTER FUNCTION public.level_multirange(VARIADIC public.level_range_old[]) RENAME TO level_multirange_old;
ALTER TYPE public.level_multirange RENAME TO level_multirange_old;
CREATE TYPE public.level_range AS RANGE (
    subtype = public.level,
    multirange_type_name = public.level_multirange
);

-- hazard type-rewrite: every column of domain public.some_levels is written anew
ALTER DOMAIN public.some_levels RENAME TO some_levels_old;
CREATE DOMAIN public.some_levels AS public.level_range
    CONSTRAINT some_levels_check CHECK (NOT isempty(VALUE));

-- hazard type-rewrite: every column of the range type public.levels_range is written anew
ALTER TYPE public.levels_range RENAME TO levels_range_old;
ALTER FUNCTION public.levels_range(public.level_old[], public.level_old[]) RENAME TO levels_range_old;
ALTER FUNCTION public.levels_range(public.level_old[], public.level_old[], text) RENAME TO levels_range_old;
ALTER FUNCTION public.levels_ranges() RENAME TO levels_ranges_old;
ALTER FUNCTION public.levels_ranges(public.levels_range_old) RENAME TO levels_ranges_old;
ALTER FUNCTION public.levels_ranges(VARIADIC public.levels_range_old[]) RENAME TO levels_ranges_old;
ALTER TYPE public.levels_ranges RENAME TO levels_ranges_old;
CREATE TYPE public.levels_range AS RANGE (
    subtype = public.level[],
    multirange_type_name = public.levels_ranges
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN r TYPE public.level_range USING r::text::public.level_range,
    ALTER COLUMN r SET DEFAULT '[low,high]'::public.level_range,
    ALTER COLUMN a TYPE public.levels_range USING a::text::public.levels_range,
    ALTER COLUMN m TYPE public.level_multirange[] USING m::text[]::public.level_multirange[],
    ALTER COLUMN d TYPE public.some_levels USING d::text::public.some_levels;

DROP TYPE public.levels_range_old;

DROP DOMAIN public.some_levels_old;

DROP TYPE public.level_range_old;

DROP TYPE public.level_old;
