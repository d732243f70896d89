-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r_2 (blocks writes)
ALTER TABLE public.p ENABLE ALWAYS TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
ALTER TABLE public.q DISABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
ALTER TABLE public.q_1 ENABLE TRIGGER own;
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
ALTER TABLE public.q_1 ENABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
ALTER TABLE public.q_2 ENABLE REPLICA TRIGGER own;

CREATE TABLE public.q_3 (
    id integer NOT NULL
);

ALTER TABLE ONLY public.q ATTACH PARTITION public.q_3 FOR VALUES FROM (20) TO (30);

ALTER TABLE public.q_3 ENABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r_2 (blocks writes)
ALTER TABLE public.r ENABLE ALWAYS TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.r_2 (blocks writes)
ALTER TABLE public.r_2 ENABLE TRIGGER a;
