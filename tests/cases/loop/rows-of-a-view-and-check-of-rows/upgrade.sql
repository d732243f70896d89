CREATE TABLE public.t (
    id integer
);

CREATE MATERIALIZED VIEW public.v AS
SELECT t.id
   FROM public.t
WITH DATA;

ALTER TABLE public.t
    ADD COLUMN c public.v[] NOT NULL,
    ALTER COLUMN c SET DEFAULT '{}'::public.v[];

ALTER TABLE public.t ADD CONSTRAINT of_rows CHECK (NULL::public.t IS NULL);
