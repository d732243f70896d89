-- the last one
--
-- kedge:revision f07
-- kedge:revises f06

-- kedge:upgrade
INSERT INTO public.ran VALUES ('f07');
CREATE VIEW public.totals AS SELECT kind, sum(amount) AS amount FROM public.item GROUP BY kind;

-- kedge:downgrade
DROP VIEW public.totals;
DELETE FROM public.ran WHERE step = 'f07';
