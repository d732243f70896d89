CREATE TYPE public.kind AS (
    a integer,
    b text COLLATE "C",
    c date
);

CREATE TABLE public.plain OF public.kind;

CREATE TABLE public.t (
    a integer NOT NULL,
    b text COLLATE "C" DEFAULT 'x'::text,
    c date NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (a)
);

CREATE INDEX t_b_idx ON public.t USING btree (b);

ALTER TABLE public.t OF public.kind;
