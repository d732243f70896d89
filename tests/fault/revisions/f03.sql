-- concurrent builds with transactions between them
--
-- kedge:revision f03
-- kedge:revises f02

-- kedge:upgrade
INSERT INTO public.ran VALUES ('f03 a');
CREATE INDEX CONCURRENTLY item_kind_idx ON public.item (kind);
INSERT INTO public.ran VALUES ('f03 b');
SELECT pg_sleep(0.05);
CREATE UNIQUE INDEX CONCURRENTLY item_pkey ON public.item (id);
INSERT INTO public.ran VALUES ('f03 c');
ALTER TABLE public.item ADD CONSTRAINT item_pkey PRIMARY KEY USING INDEX item_pkey;

-- kedge:downgrade
DROP INDEX CONCURRENTLY public.item_kind_idx;
ALTER TABLE public.item DROP CONSTRAINT item_pkey;
DELETE FROM public.ran WHERE step LIKE 'f03%';
