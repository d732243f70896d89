ALTER OPERATOR FAMILY public.numbers USING btree DROP
    OPERATOR 1 (integer, bigint),
    OPERATOR 3 (integer, bigint),
    FUNCTION 1 (integer, bigint);

ALTER OPERATOR FAMILY public.emptied USING btree DROP
    OPERATOR 1 (smallint, bigint);

-- hazard rebuild: operator public.===(integer, bigint) is dropped here and created again
DROP OPERATOR public.===(integer, bigint);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.eq(integer, bigint, boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$select $1 = $2$$;

CREATE OPERATOR public.=== (
    FUNCTION = public.eq,
    LEFTARG = integer,
    RIGHTARG = bigint,
    HASHES
);

ALTER OPERATOR FAMILY public.filled USING gist ADD
    OPERATOR 15 <->(point, point) FOR ORDER BY float_ops,
    FUNCTION 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal);

COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'more of them';

ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 2 <=(integer, bigint),
    OPERATOR 3 public.===(integer, bigint),
    FUNCTION 1 (integer, smallint) btint42cmp(integer, smallint);

DROP OPERATOR FAMILY public.gone USING hash;
