CREATE TABLE public.new (
    total integer GENERATED ALWAYS AS (b + d) STORED,
    a integer,
    b integer,
    c integer GENERATED ALWAYS AS (d * 2) STORED,
    d integer
);
