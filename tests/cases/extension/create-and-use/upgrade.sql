CREATE EXTENSION citext;

CREATE EXTENSION hstore;

CREATE TABLE public.t (
    a public.citext NOT NULL,
    b public.hstore DEFAULT '"a"=>"1"'::public.hstore,
    c public.citext[],
    CONSTRAINT t_pkey PRIMARY KEY (a)
);

CREATE INDEX t_b_idx ON public.t USING gin (b);
