ALTER OPERATOR FAMILY public.numbers USING btree DROP
    OPERATOR 2 (integer, bigint),
    OPERATOR 3 (integer, bigint),
    FUNCTION 1 (integer, smallint);

ALTER OPERATOR FAMILY public.filled USING gist DROP
    OPERATOR 15 (point, point),
    FUNCTION 8 (point, point);

-- hazard rebuild: operator public.===(integer, bigint) is dropped here and created again
DROP OPERATOR public.===(integer, bigint);

ALTER OPERATOR FAMILY public.emptied USING btree ADD
    OPERATOR 1 <(smallint, bigint);

CREATE OPERATOR FAMILY public.gone USING hash;

COMMENT ON OPERATOR FAMILY public.numbers USING btree IS NULL;

DROP FUNCTION public.eq(integer, bigint, boolean);

CREATE OPERATOR public.=== (
    FUNCTION = public.eq,
    LEFTARG = integer,
    RIGHTARG = bigint
);

ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 1 <(integer, bigint),
    OPERATOR 3 public.===(integer, bigint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
