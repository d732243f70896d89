-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.by_length(text, text) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) - length($2)$$;

CREATE FUNCTION public.longer(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) > length($2)$$;

CREATE FUNCTION public.longer_or_same(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) >= length($2)$$;

CREATE FUNCTION public.same_length(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) = length($2)$$;

CREATE FUNCTION public.shorter(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) < length($2)$$;

CREATE FUNCTION public.shorter_or_same(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select length($1) <= length($2)$$;

CREATE OPERATOR public.<# (
    FUNCTION = public.shorter,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.>#),
    NEGATOR = OPERATOR(public.>=#),
    RESTRICT = scalarltsel,
    JOIN = scalarltjoinsel
);

CREATE OPERATOR public.<=# (
    FUNCTION = public.shorter_or_same,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.>=#),
    NEGATOR = OPERATOR(public.>#)
);

CREATE OPERATOR public.=# (
    FUNCTION = public.same_length,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.=#),
    MERGES
);

CREATE OPERATOR public.># (
    FUNCTION = public.longer,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.<#),
    NEGATOR = OPERATOR(public.<=#)
);

CREATE OPERATOR public.>=# (
    FUNCTION = public.longer_or_same,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.<=#),
    NEGATOR = OPERATOR(public.<#)
);

CREATE OPERATOR FAMILY public.by_length USING btree;

ALTER OPERATOR FAMILY public.by_length USING btree ADD
    FUNCTION 4 (text, text) btequalimage(oid);

CREATE OPERATOR FAMILY public.spots USING spgist;

ALTER OPERATOR FAMILY public.spots USING spgist ADD
    OPERATOR 10 <<|(circle, circle),
    FUNCTION 6 (circle, circle) spg_poly_quad_compress(polygon);

CREATE OPERATOR CLASS public.by_length
    FOR TYPE text USING btree FAMILY public.by_length AS
    OPERATOR 1 public.<#(text, text),
    OPERATOR 2 public.<=#(text, text),
    OPERATOR 3 public.=#(text, text),
    OPERATOR 4 public.>=#(text, text),
    OPERATOR 5 public.>#(text, text),
    FUNCTION 1 public.by_length(text, text);

CREATE OPERATOR CLASS public.spots
    DEFAULT FOR TYPE circle USING spgist FAMILY public.spots AS
    FUNCTION 1 spg_quad_config(internal, internal);

CREATE TABLE public.t (
    name text
);

CREATE INDEX t_name ON public.t USING btree (name public.by_length);
