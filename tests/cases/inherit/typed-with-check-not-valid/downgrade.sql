-- lock: ACCESS EXCLUSIVE on public.pairs (blocks reads and writes)
-- hazard drop-table: the rows of public.pairs are lost
DROP TABLE public.pairs;

ALTER TYPE public.pair ADD ATTRIBUTE a integer;

-- hazard drop-column: the values of public.pair.a2 are lost wherever the type is stored
ALTER TYPE public.pair DROP ATTRIBUTE a2;
