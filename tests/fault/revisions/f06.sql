-- partitions
--
-- kedge:revision f06
-- kedge:revises f05

-- kedge:upgrade
CREATE TABLE public.event (at date NOT NULL, n integer) PARTITION BY RANGE (at);
CREATE TABLE public.event_old PARTITION OF public.event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE public.event_new PARTITION OF public.event FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
INSERT INTO public.event SELECT '2020-01-01'::date + i, i FROM generate_series(0, 700) i;
INSERT INTO public.ran VALUES ('f06 a');
ALTER TABLE public.event DETACH PARTITION public.event_old CONCURRENTLY;
CREATE INDEX event_at_idx ON ONLY public.event (at);
CREATE INDEX CONCURRENTLY event_new_at_idx ON public.event_new (at);
ALTER INDEX public.event_at_idx ATTACH PARTITION public.event_new_at_idx;
INSERT INTO public.ran VALUES ('f06 b');

-- kedge:downgrade
DROP TABLE public.event_old;
DROP TABLE public.event;
DELETE FROM public.ran WHERE step LIKE 'f06%';
