CREATE OPERATOR public.!== (
    FUNCTION = public.ne,
    LEFTARG = text,
    RIGHTARG = text,
    NEGATOR = OPERATOR(public.===)
);

ALTER OPERATOR public.<<<(text, text) SET (COMMUTATOR = OPERATOR(public.>>>));

ALTER OPERATOR public.===(text, text) SET (COMMUTATOR = OPERATOR(public.===), HASHES, MERGES, RESTRICT = eqsel);
