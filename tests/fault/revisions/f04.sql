-- a backfill
--
-- kedge:revision f04
-- kedge:revises f03

-- kedge:upgrade
INSERT INTO public.ran VALUES ('f04');

-- kedge:batch pause=10ms
UPDATE public.item SET amount = id * 2, seen = seen + 1
WHERE id IN (SELECT id FROM public.item WHERE amount IS NULL ORDER BY id LIMIT 400);

ALTER TABLE public.item ALTER COLUMN amount SET NOT NULL;

-- kedge:downgrade
ALTER TABLE public.item ALTER COLUMN amount DROP NOT NULL;
UPDATE public.item SET amount = NULL, seen = seen - 1;
DELETE FROM public.ran WHERE step = 'f04';
