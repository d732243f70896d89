-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_joins (blocks reads and writes)
-- hazard detach-partition: the rows of public.p_joins are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p_joins;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_new (blocks writes)
ALTER TABLE public.p ENABLE TRIGGER b;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_new (blocks writes)
CREATE OR REPLACE TRIGGER c
    BEFORE INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();
COMMENT ON TRIGGER c ON public.p IS 'one';

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p_new (blocks writes)
CREATE TRIGGER gone
    BEFORE INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();

-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 DISABLE TRIGGER a;
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 DISABLE TRIGGER b;
-- lock: SHARE ROW EXCLUSIVE on public.p_1 (blocks writes)
ALTER TABLE public.p_1 DISABLE TRIGGER gone;

-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
ALTER TABLE public.p_2 ENABLE TRIGGER "D d";
-- lock: SHARE ROW EXCLUSIVE on public.p_2 (blocks writes)
ALTER TABLE public.p_2 ENABLE ALWAYS TRIGGER b;

-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
ALTER TABLE public.p_3 DISABLE TRIGGER b;
-- lock: SHARE ROW EXCLUSIVE on public.p_3 (blocks writes)
ALTER TABLE public.p_3 DISABLE TRIGGER c;

-- lock: SHARE ROW EXCLUSIVE on public.p_4 (blocks writes)
ALTER TABLE public.p_4 ENABLE REPLICA TRIGGER "D d";

CREATE TABLE public.p_gone (
    id integer NOT NULL,
    at date
);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_new (blocks reads and writes)
-- hazard drop-table: the rows of public.p_new are lost
DROP TABLE public.p_new;

ALTER TABLE ONLY public.p ATTACH PARTITION public.p_gone FOR VALUES FROM (40) TO (50);

ALTER TABLE public.p_gone DISABLE TRIGGER a;

-- lock: ACCESS EXCLUSIVE on public.p_leaves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p_leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p_leaves FOR VALUES FROM (50) TO (60);

-- lock: SHARE ROW EXCLUSIVE on public.p_leaves (blocks writes)
ALTER TABLE public.p_leaves DISABLE TRIGGER a;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_3 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_4 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p_leaves (blocks reads and writes)
DROP TRIGGER n ON public.p;
