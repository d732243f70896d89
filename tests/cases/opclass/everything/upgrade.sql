CREATE SCHEMA "Odd ones";

CREATE TYPE public.pair AS (
    a integer,
    b integer
);

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

CREATE FUNCTION public.pair_cmp(public.pair, public.pair) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select ($1).a - ($2).a$$;

CREATE FUNCTION public.pair_eq(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select ($1).a = ($2).a$$;

CREATE FUNCTION public.pair_lt(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$select ($1).a < ($2).a$$;

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

CREATE OPERATOR public.<@@ (
    FUNCTION = public.pair_lt,
    LEFTARG = public.pair,
    RIGHTARG = public.pair
);

CREATE OPERATOR public.=# (
    FUNCTION = public.same_length,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.=#),
    MERGES
);

CREATE OPERATOR public.=@@ (
    FUNCTION = public.pair_eq,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.=@@)
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

CREATE OPERATOR FAMILY "Odd ones"."Whole numbers" USING btree;

ALTER OPERATOR FAMILY "Odd ones"."Whole numbers" USING btree ADD
    OPERATOR 1 <(integer, bigint),
    OPERATOR 2 <=(integer, bigint),
    OPERATOR 3 =(integer, bigint),
    OPERATOR 4 >=(integer, bigint),
    OPERATOR 5 >(integer, bigint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint),
    FUNCTION 2 (integer, integer) btint4sortsupport(internal),
    FUNCTION 3 (integer, bigint) in_range(integer, integer, bigint, boolean, boolean);

CREATE OPERATOR FAMILY public.by_length USING btree;
COMMENT ON OPERATOR FAMILY public.by_length USING btree IS 'its family';

CREATE OPERATOR FAMILY public.by_length USING hash;

CREATE OPERATOR FAMILY public.pair_ops USING btree;

CREATE OPERATOR FAMILY public.spots USING gist;

ALTER OPERATOR FAMILY public.spots USING gist ADD
    OPERATOR 3 &&(circle, circle),
    OPERATOR 15 <->(circle, point) FOR ORDER BY float_ops,
    FUNCTION 3 (circle, circle) gist_circle_compress(internal),
    FUNCTION 8 (circle, circle) gist_circle_distance(internal, circle, smallint, oid, internal);

CREATE OPERATOR FAMILY public.words USING gin;

ALTER OPERATOR FAMILY public.words USING gin ADD
    OPERATOR 1 &&(anyarray, anyarray),
    FUNCTION 1 (text[], text[]) bttextcmp(text, text),
    FUNCTION 4 (text[], text[]) ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal);

CREATE OPERATOR CLASS "Odd ones"."Int"
    FOR TYPE integer USING btree FAMILY "Odd ones"."Whole numbers" AS
    OPERATOR 1 <(integer, integer),
    OPERATOR 2 <=(integer, integer),
    OPERATOR 3 =(integer, integer),
    OPERATOR 4 >=(integer, integer),
    OPERATOR 5 >(integer, integer),
    FUNCTION 1 btint4cmp(integer, integer);

CREATE OPERATOR CLASS "Odd ones".empty
    FOR TYPE bigint USING btree FAMILY "Odd ones"."Whole numbers" AS
    STORAGE bigint;

CREATE OPERATOR CLASS public.by_length
    FOR TYPE text USING btree FAMILY public.by_length AS
    OPERATOR 1 public.<#(text, text),
    OPERATOR 2 public.<=#(text, text),
    OPERATOR 3 public.=#(text, text),
    OPERATOR 4 public.>=#(text, text),
    OPERATOR 5 public.>#(text, text),
    FUNCTION 1 public.by_length(text, text);
COMMENT ON OPERATOR CLASS public.by_length USING btree IS 'length, not letters';

CREATE TYPE public.lengths AS RANGE (
    subtype = text,
    multirange_type_name = public.lengths_multirange,
    subtype_opclass = public.by_length
);

CREATE OPERATOR CLASS public.pair_ops
    DEFAULT FOR TYPE public.pair USING btree FAMILY public.pair_ops AS
    OPERATOR 1 public.<@@(public.pair, public.pair),
    OPERATOR 3 public.=@@(public.pair, public.pair),
    FUNCTION 1 public.pair_cmp(public.pair, public.pair);

CREATE OPERATOR CLASS public.spots
    FOR TYPE circle USING gist FAMILY public.spots AS
    FUNCTION 1 gist_circle_consistent(internal, circle, smallint, oid, internal),
    FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal),
    FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal),
    STORAGE box;

CREATE OPERATOR CLASS public.words
    FOR TYPE text[] USING gin FAMILY public.words AS
    FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    STORAGE text;

CREATE TABLE public.l (
    lengths public.lengths
);

CREATE TABLE public.p (
    name text,
    id integer
)
PARTITION BY RANGE (name public.by_length);

CREATE TABLE public.p1 (
    name text,
    id integer
);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM ('a') TO ('aaaaa');

CREATE TABLE public.pairs (
    id public.pair NOT NULL,
    others public.pair,
    CONSTRAINT pairs_pkey PRIMARY KEY (id)
);

CREATE INDEX pairs_others ON public.pairs USING btree (others);

CREATE TABLE public.t (
    id integer NOT NULL,
    name text,
    spot circle,
    tags text[],
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT t_name_key UNIQUE (name),
    CONSTRAINT apart EXCLUDE USING gist (spot public.spots WITH &&)
);

CREATE INDEX t_length ON public.t USING btree (name public.by_length, id "Odd ones"."Int" DESC);

CREATE INDEX t_spot ON public.t USING gist (spot public.spots);

CREATE INDEX t_tags ON public.t USING gin (tags public.words);
