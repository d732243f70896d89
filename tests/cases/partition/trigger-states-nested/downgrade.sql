-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: and on 1 more
ALTER TABLE public.p ENABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q_3 (blocks writes)
ALTER TABLE public.q ENABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
ALTER TABLE public.q_1 DISABLE TRIGGER a;
-- lock: SHARE ROW EXCLUSIVE on public.q_1 (blocks writes)
ALTER TABLE public.q_1 DISABLE TRIGGER own;

-- lock: SHARE ROW EXCLUSIVE on public.q_2 (blocks writes)
ALTER TABLE public.q_2 ENABLE TRIGGER own;

-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r_2 (blocks writes)
ALTER TABLE public.r DISABLE TRIGGER a;

-- lock: SHARE ROW EXCLUSIVE on public.r_2 (blocks writes)
ALTER TABLE public.r_2 ENABLE ALWAYS TRIGGER a;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q_3 (blocks reads and writes)
-- hazard drop-table: the rows of public.q_3 are lost
DROP TABLE public.q_3;
