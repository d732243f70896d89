-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard rebuild: check public.p.c is dropped here and created again
ALTER TABLE public.p
    DROP CONSTRAINT c,
    ADD CONSTRAINT c CHECK (id > 0) NOT VALID;

CREATE TABLE public.p2 (
    id integer
);

ALTER TABLE public.p2 ADD CONSTRAINT c2 CHECK (id > 0) NOT VALID;

COMMENT ON CONSTRAINT c ON public.q IS 'mine';

CREATE TABLE public.q2 ()
INHERITS (public.p2);
COMMENT ON CONSTRAINT c2 ON public.q2 IS 'new';

CREATE TABLE public.r ()
INHERITS (public.p);
COMMENT ON CONSTRAINT c ON public.r IS 'mine, too';
