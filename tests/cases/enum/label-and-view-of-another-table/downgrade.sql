-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of enum public.state
DROP VIEW public.v;

-- hazard enum-rebuild: every column of type public.state is written anew; rows with a label that goes make it fail
ALTER TYPE public.state RENAME TO state_old;
CREATE TYPE public.state AS ENUM ('open', 'closed');

CREATE TABLE public.was (
    id integer,
    s public.state DEFAULT 'open'::public.state
);

-- lock: ACCESS EXCLUSIVE on public."is" (blocks reads and writes)
-- hazard drop-table: the rows of public."is" are lost
DROP TABLE public."is";

CREATE VIEW public.v AS
SELECT was.s,
    was.id
   FROM public.was;

DROP TYPE public.state_old;
