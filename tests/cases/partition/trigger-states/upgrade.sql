-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_leaves (blocks reads and writes)
-- hazard detach-partition: the rows of public.p_leaves are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p_leaves;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_gone (blocks writes)
ALTER TABLE public.p DISABLE TRIGGER b;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_gone (blocks writes)
CREATE OR REPLACE TRIGGER c
    BEFORE UPDATE ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();
COMMENT ON TRIGGER c ON public.p IS 'two';

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_gone (blocks writes)
CREATE TRIGGER n
    BEFORE INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();

-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 ENABLE TRIGGER a;
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 ENABLE ALWAYS TRIGGER b;
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 DISABLE TRIGGER n;

-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
ALTER TABLE public.p_2 ENABLE REPLICA TRIGGER "D d";
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
ALTER TABLE public.p_2 ENABLE TRIGGER b;

-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
ALTER TABLE public.p_3 DISABLE TRIGGER b;
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
ALTER TABLE public.p_3 DISABLE TRIGGER c;

-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
ALTER TABLE public.p_4 DISABLE TRIGGER "D d";

CREATE TABLE public.p_new (
    id integer NOT NULL,
    at date
);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_gone (blocks reads and writes)
-- hazard drop-table: the rows of public.p_gone are lost
DROP TABLE public.p_gone;

-- lock: ACCESS EXCLUSIVE on public.p_joins (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p_joins is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p_joins FOR VALUES FROM (60) TO (70);

-- lock: SHARE ROW EXCLUSIVE on public.p_joins (blocks writes)
ALTER TABLE public.p_joins DISABLE TRIGGER a;

ALTER TABLE ONLY public.p ATTACH PARTITION public.p_new FOR VALUES FROM (70) TO (80);

ALTER TABLE public.p_new ENABLE ALWAYS TRIGGER a;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_3 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_4 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_joins (blocks reads and writes)
DROP TRIGGER gone ON public.p;
