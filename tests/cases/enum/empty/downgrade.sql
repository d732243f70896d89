ALTER TYPE public.emptied ADD VALUE 'a';

-- hazard enum-rebuild: every column of type public.filled is written anew; rows with a label that goes make it fail
ALTER TYPE public.filled RENAME TO filled_old;
CREATE TYPE public.filled AS ENUM ();

DROP TYPE public.new;

DROP TYPE public.filled_old;
