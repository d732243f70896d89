-- not proven with rows in public.t: no partition of relation "t" found for row

CREATE TABLE public.p2 (
    id bigint,
    a integer,
    b text,
    CONSTRAINT t_a CHECK (a > 0)
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN b text;

ALTER TABLE ONLY public.t ATTACH PARTITION public.p2 FOR VALUES FROM ('10') TO ('20');
