-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.p.s
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
-- hazard rebuild: index public.p.whole is dropped here and created again
DROP INDEX public.whole;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard rebuild: unique public.p.p_k is dropped here and created again because of column public.p.s
-- hazard type-rewrite: public.p is written anew, with its indexes
-- hazard type-narrows: values of public.p.s that do not fit character varying(20) make it fail, or are changed
ALTER TABLE public.p
    DROP CONSTRAINT p_k,
    ALTER COLUMN s TYPE character varying(20);

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of p1_id_s_key is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_id_s_key UNIQUE (id, s);

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX mine ON public.p1 USING btree (s, ((s)::text || 'x'::text));
ALTER INDEX public.mine ALTER COLUMN 2 SET STATISTICS 12;
COMMENT ON INDEX public.mine IS 'of the partition';

-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard add-key: the index of p2_own is built under the lock; duplicates make it fail
ALTER TABLE public.p2 ADD CONSTRAINT p2_own UNIQUE (id, s);
COMMENT ON INDEX public.p2_own IS 'behind the key';

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p2 (blocks writes)
-- hazard add-key: the index of p_k is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_k UNIQUE (id, s);

-- lock: SHARE on public.p2 (blocks writes)
-- hazard create-index: writes to public.p2 wait until the index is built
CREATE INDEX p2_s_expr_idx ON public.p2 USING btree (s, ((s)::text || 'x'::text));

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p2 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX whole ON public.p USING btree (s, ((s)::text || 'x'::text));
COMMENT ON INDEX public.whole IS 'of all';

CREATE VIEW public.v AS
SELECT p.s
   FROM public.p;
