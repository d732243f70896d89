ALTER TYPE public.pair ADD ATTRIBUTE a2 integer;

-- hazard drop-column: the values of public.pair.a are lost wherever the type is stored
ALTER TYPE public.pair DROP ATTRIBUTE a;

CREATE TABLE public.pairs OF public.pair;

ALTER TABLE public.pairs ADD CONSTRAINT said CHECK (b <> ''::text) NOT VALID;
