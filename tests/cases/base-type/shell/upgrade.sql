COMMENT ON TYPE public."Stays" IS 'a name only';

CREATE TYPE public.new;

CREATE FUNCTION public.filled_in(cstring) RETURNS public.filled
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4in';

CREATE FUNCTION public.filled_out(public.filled) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4out';

CREATE TYPE public.filled (
    INPUT = public.filled_in,
    OUTPUT = public.filled_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE
);

CREATE FUNCTION public.of_new(public.new) RETURNS public.new
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4up';

CREATE TABLE public.t (
    id public.filled
);

DROP TYPE public.gone;
