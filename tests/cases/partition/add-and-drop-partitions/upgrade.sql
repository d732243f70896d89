CREATE TABLE public.events_3 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

CREATE TABLE public.events_rest (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard drop-table: the rows of public.events_1 are lost
DROP TABLE public.events_1;

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_3 FOR VALUES FROM ('2024-03-01 00:00:00+00') TO ('2024-04-01 00:00:00+00');

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_rest DEFAULT;
