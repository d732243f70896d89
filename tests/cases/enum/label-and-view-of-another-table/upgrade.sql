ALTER TYPE public.state ADD VALUE 'new' BEFORE 'open';

CREATE TABLE public."is" (
    id integer,
    s public.state DEFAULT 'open'::public.state
);

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
CREATE OR REPLACE VIEW public.v AS
SELECT "is".s,
    "is".id
   FROM public."is";

-- lock: ACCESS EXCLUSIVE on public.was (blocks reads and writes)
-- hazard drop-table: the rows of public.was are lost
DROP TABLE public.was;
