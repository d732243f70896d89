CREATE TABLE public.parent (
    a integer NOT NULL,
    b integer GENERATED ALWAYS AS (a * 2) STORED
);

CREATE TABLE public.child (
    a integer NOT NULL,
    b integer
)
INHERITS (public.parent);

CREATE TABLE public.grandchild (
    b integer,
    c integer GENERATED ALWAYS AS (a * 3) STORED
)
INHERITS (public.child);
