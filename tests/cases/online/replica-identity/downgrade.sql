ALTER TABLE public.w SET WITHOUT CLUSTER;

-- serves until the new one is there
ALTER INDEX public.wi RENAME TO wi_kedge_old;

ALTER TABLE public.u SET WITHOUT CLUSTER;

-- serves until the new one is there
ALTER INDEX public.ui RENAME TO ui_kedge_old;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t REPLICA IDENTITY FULL;
ALTER TABLE public.t SET WITHOUT CLUSTER;

-- serves until the new one is there
ALTER INDEX public.i RENAME TO i_kedge_old;

-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY i ON public.t USING btree (x);
-- kedge:autocommit
DROP INDEX CONCURRENTLY public.i_kedge_old;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX i;
ALTER TABLE public.t CLUSTER ON i;

-- lock: SHARE UPDATE EXCLUSIVE on public.u (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY ui ON public.u USING btree (x);
-- kedge:autocommit
DROP INDEX CONCURRENTLY public.ui_kedge_old;

ALTER TABLE public.u CLUSTER ON ui;

-- lock: SHARE UPDATE EXCLUSIVE on public.w (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY wi ON public.w USING btree (x);
-- kedge:autocommit
DROP INDEX CONCURRENTLY public.wi_kedge_old;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
ALTER TABLE public.w REPLICA IDENTITY USING INDEX wi;
ALTER TABLE public.w CLUSTER ON wi;
