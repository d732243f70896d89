-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of operator public.<<<(text, text)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: check public.t.t_check is dropped here and created again because of operator public.===(text, text)
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- hazard rebuild: operator public.>>>(text, text) is dropped here and created again
DROP OPERATOR public.>>>(text, text);

-- hazard rebuild: operator public.===(text, text) is dropped here and created again
DROP OPERATOR public.===(text, text);

-- hazard rebuild: operator public.<<<(text, text) is dropped here and created again
DROP OPERATOR public.<<<(text, text);

CREATE OPERATOR public.<<< (
    FUNCTION = public.lt,
    LEFTARG = text,
    RIGHTARG = text
);

CREATE OPERATOR public.=== (
    FUNCTION = public.eq,
    LEFTARG = text,
    RIGHTARG = text
);

CREATE OPERATOR public.>>> (
    FUNCTION = public.gt,
    LEFTARG = text,
    RIGHTARG = text
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (a OPERATOR(public.===) b);

CREATE VIEW public.v AS
SELECT ('a'::text OPERATOR(public.<<<) 'b'::text) AS x,
    ('a'::text OPERATOR(public.===) 'b'::text) AS y;

DROP OPERATOR public.!==(text, text);
