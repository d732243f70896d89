CREATE TYPE public.blank AS RANGE (
    subtype = character,
    multirange_type_name = public.blank_multirange,
    collation = "POSIX"
);

CREATE TYPE public.short AS RANGE (
    subtype = character varying,
    multirange_type_name = public.short_multirange
);

CREATE AGGREGATE public.a(numeric) (
    SFUNC = public.f,
    STYPE = numeric
);
