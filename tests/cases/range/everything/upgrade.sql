CREATE SCHEMA "We ird";

CREATE COLLATION public.co (provider = icu, locale = 'de');

CREATE TYPE "We ird"."Te xt" AS RANGE (
    subtype = text,
    multirange_type_name = "We ird"."Many Texts",
    subtype_opclass = text_pattern_ops,
    collation = public.co
);

CREATE TYPE public.span AS RANGE (
    subtype = numeric,
    multirange_type_name = public.span_multirange
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.span, public.span_multirange) RETURNS public.span
    LANGUAGE sql
    AS $$select $1$$;

CREATE FUNCTION public.time_diff(x time without time zone, y time without time zone) RETURNS double precision
    LANGUAGE sql IMMUTABLE
    AS $$ select extract(epoch from (x - y)) $$;

CREATE TYPE public.timerange AS RANGE (
    subtype = time without time zone,
    multirange_type_name = public.timemultirange,
    subtype_diff = public.time_diff
);
COMMENT ON TYPE public.timerange IS 'of a day';

CREATE DOMAIN public.office AS public.timerange
    CONSTRAINT office_check CHECK (lower(VALUE) > '08:00:00'::time without time zone);

CREATE TABLE public.t (
    a public.timerange DEFAULT public.timerange('10:00:00'::time without time zone, '11:00:00'::time without time zone) NOT NULL,
    b public.timemultirange,
    c "We ird"."Te xt"[],
    d "We ird"."Many Texts",
    e public.span_multirange[]
);

CREATE VIEW public.v AS
SELECT public.timerange('01:00:00'::time without time zone, '02:00:00'::time without time zone) AS x;

-- lock: ACCESS EXCLUSIVE on public.old (blocks reads and writes)
-- hazard drop-table: the rows of public.old are lost
DROP TABLE public.old;

DROP TYPE public.gone;
