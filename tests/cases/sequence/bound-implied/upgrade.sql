-- the current value must lie within the new bounds
SELECT pg_catalog.setval('public.down', -1, false) FROM public.down WHERE last_value > -1;
-- lock: SHARE ROW EXCLUSIVE on public.down (blocks writes)
ALTER SEQUENCE public.down NO MAXVALUE START WITH -1;

-- the current value must lie within the new bounds
SELECT pg_catalog.setval('public.up', 1, false) FROM public.up WHERE last_value < 1;
-- lock: SHARE ROW EXCLUSIVE on public.up (blocks writes)
ALTER SEQUENCE public.up NO MINVALUE START WITH 1 CYCLE;

-- the current value must lie within the new bounds
SELECT pg_catalog.setval('public.used', 1, false) FROM public.used WHERE last_value < 1;
-- lock: SHARE ROW EXCLUSIVE on public.used (blocks writes)
ALTER SEQUENCE public.used NO MINVALUE START WITH 1;
