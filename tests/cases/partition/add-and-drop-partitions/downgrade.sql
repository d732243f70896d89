CREATE TABLE public.events_1 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_rest (blocks reads and writes)
-- hazard drop-table: the rows of public.events_rest are lost
DROP TABLE public.events_rest;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_3 (blocks reads and writes)
-- hazard drop-table: the rows of public.events_3 are lost
DROP TABLE public.events_3;

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');
