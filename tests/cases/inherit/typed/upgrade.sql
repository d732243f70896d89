CREATE TYPE public.kind AS (
    a integer,
    b text COLLATE "C",
    c date
);

CREATE TABLE public.plain OF public.kind;

CREATE TABLE public.t OF public.kind (
    a WITH OPTIONS NOT NULL,
    b WITH OPTIONS DEFAULT 'x'::text,
    c WITH OPTIONS NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (a)
);

CREATE INDEX t_b_idx ON public.t USING btree (b);
