CREATE SCHEMA "Odd one";

-- a shell, until its functions are there
CREATE TYPE public.one;

-- a shell, until its functions are there
CREATE TYPE public.pair;

-- a shell, until its functions are there
CREATE TYPE public.two;

-- a shell, until its functions are there
CREATE TYPE public.word;

CREATE FUNCTION "Odd one"."analyze"(internal) RETURNS boolean
    LANGUAGE internal STRICT
    AS 'array_typanalyze';

CREATE FUNCTION "Odd one".mod_in(cstring[]) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS 'varchartypmodin';

CREATE FUNCTION "Odd one".mod_out(integer) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'varchartypmodout';

-- a shell, until its functions are there
CREATE TYPE "Odd one"."Text";

CREATE FUNCTION "Odd one"."Text in"(cstring) RETURNS "Odd one"."Text"
    LANGUAGE internal IMMUTABLE STRICT
    AS 'textin';

CREATE FUNCTION "Odd one"."Text out"("Odd one"."Text") RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'textout';

CREATE TYPE "Odd one"."Text" (
    INPUT = "Odd one"."Text in",
    OUTPUT = "Odd one"."Text out",
    TYPMOD_IN = "Odd one".mod_in,
    TYPMOD_OUT = "Odd one".mod_out,
    ANALYZE = "Odd one"."analyze",
    STORAGE = external,
    COLLATABLE = true
);

CREATE FUNCTION public.one_in(cstring) RETURNS public.one
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4in';

CREATE FUNCTION public.one_out(public.one) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4out';

CREATE TYPE public.one (
    INPUT = public.one_in,
    OUTPUT = public.one_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE
);

CREATE FUNCTION public.pair_in(cstring) RETURNS public.pair
    LANGUAGE internal IMMUTABLE STRICT
    AS 'point_in';

CREATE FUNCTION public.pair_out(public.pair) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'point_out';

CREATE TYPE public.pair (
    INPUT = public.pair_in,
    OUTPUT = public.pair_out,
    SUBSCRIPT = raw_array_subscript_handler,
    INTERNALLENGTH = 16,
    ALIGNMENT = double,
    ELEMENT = double precision
);

CREATE FUNCTION public.two_in(cstring) RETURNS public.two
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4in';

CREATE FUNCTION public.two_out(public.two) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4out';

CREATE TYPE public.two (
    INPUT = public.two_in,
    OUTPUT = public.two_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE
);

CREATE FUNCTION public.to_one(public.two) RETURNS public.one
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4up';

CREATE FUNCTION public.to_two(public.one) RETURNS public.two
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4up';

CREATE FUNCTION public.word_in(cstring) RETURNS public.word
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4in';

CREATE FUNCTION public.word_out(public.word) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4out';

CREATE FUNCTION public.word_recv(internal) RETURNS public.word
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4recv';

CREATE FUNCTION public.word_send(public.word) RETURNS bytea
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4send';

CREATE TYPE public.word (
    INPUT = public.word_in,
    OUTPUT = public.word_out,
    RECEIVE = public.word_recv,
    SEND = public.word_send,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE,
    CATEGORY = 'W',
    PREFERRED = true,
    DEFAULT = '42',
    DELIMITER = ';'
);
COMMENT ON TYPE public.word IS 'four bytes';

CREATE TYPE public.words AS (
    first public.word,
    rest public.word[]
);

CREATE FUNCTION public.word_cmp(public.word, public.word) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS 'btint4cmp';

CREATE FUNCTION public.word_eq(public.word, public.word) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4eq';

CREATE FUNCTION public.word_ge(public.word, public.word) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4ge';

CREATE FUNCTION public.word_gt(public.word, public.word) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4gt';

CREATE FUNCTION public.word_le(public.word, public.word) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4le';

CREATE FUNCTION public.word_lt(public.word, public.word) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4lt';

CREATE OPERATOR public.< (
    FUNCTION = public.word_lt,
    LEFTARG = public.word,
    RIGHTARG = public.word,
    COMMUTATOR = OPERATOR(public.>),
    NEGATOR = OPERATOR(public.>=)
);

CREATE OPERATOR public.<= (
    FUNCTION = public.word_le,
    LEFTARG = public.word,
    RIGHTARG = public.word,
    COMMUTATOR = OPERATOR(public.>=),
    NEGATOR = OPERATOR(public.>)
);

CREATE OPERATOR public.= (
    FUNCTION = public.word_eq,
    LEFTARG = public.word,
    RIGHTARG = public.word,
    COMMUTATOR = OPERATOR(public.=),
    RESTRICT = eqsel,
    JOIN = eqjoinsel,
    MERGES
);

CREATE OPERATOR public.> (
    FUNCTION = public.word_gt,
    LEFTARG = public.word,
    RIGHTARG = public.word,
    COMMUTATOR = OPERATOR(public.<),
    NEGATOR = OPERATOR(public.<=)
);

CREATE DOMAIN public.small_word AS public.word
    CONSTRAINT small_word_check CHECK (VALUE OPERATOR(public.>) '0'::public.word);

CREATE OPERATOR public.>= (
    FUNCTION = public.word_ge,
    LEFTARG = public.word,
    RIGHTARG = public.word,
    COMMUTATOR = OPERATOR(public.<=),
    NEGATOR = OPERATOR(public.<)
);

CREATE CAST (integer AS public.word) WITHOUT FUNCTION;

CREATE CAST (public.one AS public.two) WITH FUNCTION public.to_two(public.one) AS IMPLICIT;

CREATE OPERATOR FAMILY public.word_ops USING btree;

CREATE OPERATOR CLASS public.word_ops
    DEFAULT FOR TYPE public.word USING btree FAMILY public.word_ops AS
    OPERATOR 1 public.<(public.word, public.word),
    OPERATOR 2 public.<=(public.word, public.word),
    OPERATOR 3 public.=(public.word, public.word),
    OPERATOR 4 public.>=(public.word, public.word),
    OPERATOR 5 public.>(public.word, public.word),
    FUNCTION 1 public.word_cmp(public.word, public.word);

CREATE TYPE public.word_range AS RANGE (
    subtype = public.word,
    multirange_type_name = public.word_multirange
);

CREATE TABLE public.t (
    id public.word DEFAULT '7'::public.word NOT NULL,
    small public.small_word,
    list public.word[],
    text "Odd one"."Text",
    named "Odd one"."Text"(10),
    p public.pair,
    two public.words,
    r public.word_range,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

CREATE INDEX t_small ON public.t USING btree (small);

CREATE VIEW public.v AS
SELECT t.id,
    array_agg(t.small) AS small
   FROM public.t
  GROUP BY t.id
  ORDER BY t.id;
