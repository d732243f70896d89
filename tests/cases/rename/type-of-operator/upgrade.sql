COMMENT ON SCHEMA public IS 'after';

-- lock: ACCESS EXCLUSIVE on public.was (blocks reads and writes)
-- hazard rename: what still says public.was for public.is_now fails
ALTER TYPE public.was RENAME TO is_now;

-- hazard rebuild: operator public.~!@(public.is_now, public.is_now) is dropped here and created again
DROP OPERATOR public.~!@(public.is_now, public.is_now);

COMMENT ON TYPE public.is_now IS 'another name';

CREATE OPERATOR public.~!@ (
    FUNCTION = public.same,
    LEFTARG = public.is_now,
    RIGHTARG = public.is_now,
    COMMUTATOR = OPERATOR(public.~!@)
);
