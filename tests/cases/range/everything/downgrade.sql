CREATE TYPE public.gone AS RANGE (
    subtype = integer,
    multirange_type_name = public.gone_multirange
);

CREATE TABLE public.old (
    g public.gone
);

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

DROP FUNCTION public.f(public.span, public.span_multirange);

DROP TYPE public.span;

DROP TYPE "We ird"."Te xt";

DROP DOMAIN public.office;

DROP TYPE public.timerange;

DROP FUNCTION public.time_diff(time without time zone, time without time zone);

DROP COLLATION public.co;

-- hazard drop-schema: schema "We ird" goes
DROP SCHEMA "We ird";
