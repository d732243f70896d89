-- hazard enum-rebuild: every column of type public.emptied is written anew; rows with a label that goes make it fail
ALTER TYPE public.emptied RENAME TO emptied_old;
CREATE TYPE public.emptied AS ENUM ();

ALTER TYPE public.filled ADD VALUE 'a';
ALTER TYPE public.filled ADD VALUE 'b';

CREATE TYPE public.new AS ENUM ();

DROP TYPE public.emptied_old;
