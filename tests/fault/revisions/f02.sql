-- one transaction of several statements
--
-- kedge:revision f02
-- kedge:revises f01

-- kedge:upgrade
INSERT INTO public.ran VALUES ('f02');
ALTER TABLE public.item ADD COLUMN note text;
SELECT pg_sleep(0.1);
ALTER TABLE public.item ADD COLUMN seen integer NOT NULL DEFAULT 0;
UPDATE public.item SET seen = seen + 1;

-- kedge:downgrade
ALTER TABLE public.item DROP COLUMN seen, DROP COLUMN note;
DELETE FROM public.ran WHERE step = 'f02';
