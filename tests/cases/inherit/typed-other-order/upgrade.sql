ALTER TYPE public.kind ADD ATTRIBUTE new text COLLATE "C";

-- hazard drop-column: the values of public.kind.b are lost wherever the type is stored
ALTER TYPE public.kind DROP ATTRIBUTE b;

CREATE TABLE public.t OF public.kind;

CREATE TABLE public.u OF public.kind (
    a WITH OPTIONS DEFAULT 1,
    new WITH OPTIONS NOT NULL,
    c WITH OPTIONS NOT NULL,
    CONSTRAINT u_a_check CHECK (a > 0),
    CONSTRAINT u_pkey PRIMARY KEY (new)
)
WITH (fillfactor='70');
