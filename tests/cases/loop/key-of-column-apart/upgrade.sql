CREATE TABLE public.t (
    d bytea,
    a boolean
);

CREATE VIEW public.v AS
SELECT t.d
   FROM public.t;

ALTER TABLE public.t
    ADD COLUMN v public.v,
    ADD COLUMN c double precision,
    ADD CONSTRAINT ck CHECK ((v IS NOT NULL) OR a);

ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (a, c) INCLUDE (v);
