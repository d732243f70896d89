COMMENT ON SCHEMA public IS 'before';

-- lock: ACCESS EXCLUSIVE on public.is_now (blocks reads and writes)
-- hazard rename: what still says public.is_now for public.was fails
ALTER TYPE public.is_now RENAME TO was;

-- hazard rebuild: operator public.~!@(public.was, public.was) is dropped here and created again
DROP OPERATOR public.~!@(public.was, public.was);

COMMENT ON TYPE public.was IS NULL;

CREATE OPERATOR public.~!@ (
    FUNCTION = public.same,
    LEFTARG = public.was,
    RIGHTARG = public.was,
    RESTRICT = eqsel,
    JOIN = eqjoinsel
);
