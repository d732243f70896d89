-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
ALTER TABLE public.child ADD CONSTRAINT child_own_kedge_not_null CHECK (own IS NOT NULL) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.child (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.child VALIDATE CONSTRAINT child_own_kedge_not_null;
-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
ALTER TABLE public.child ALTER COLUMN own SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
ALTER TABLE public.child DROP CONSTRAINT child_own_kedge_not_null;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
ALTER TABLE public.o ADD CONSTRAINT o_id_check CHECK (id > 0) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.child (does not block reads or writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.o (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.o VALIDATE CONSTRAINT o_id_check;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ADD CONSTRAINT p_id_kedge_not_null CHECK (id IS NOT NULL) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.p VALIDATE CONSTRAINT p_id_kedge_not_null;
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN id SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT p_id_kedge_not_null;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t ADD CONSTRAINT t_foo_kedge_not_null CHECK (foo IS NOT NULL) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t_1 (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.t VALIDATE CONSTRAINT t_foo_kedge_not_null;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN foo SET NOT NULL;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT t_foo_kedge_not_null,
    ADD CONSTRAINT t_foo_check CHECK (foo <> ''::text) NOT VALID;

-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t_1 (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.t VALIDATE CONSTRAINT t_foo_check;

-- lock: SHARE ROW EXCLUSIVE on public.o (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t_1 (blocks writes)
-- hazard add-foreign-key: public.t and public.o are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_other_fkey FOREIGN KEY (other) REFERENCES public.o(id);

-- lock: SHARE UPDATE EXCLUSIVE on public.t_1 (does not block reads or writes)
-- kedge:autocommit
CREATE UNIQUE INDEX CONCURRENTLY t_1_pkey ON public.t_1 USING btree (id);
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY USING INDEX t_1_pkey;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.t_1 (blocks writes)
-- hazard add-key: the index of t_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t_1 (blocks writes)
ALTER TABLE public.p ADD CONSTRAINT p_id_fkey FOREIGN KEY (id) REFERENCES public.t(id) NOT VALID;
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- kedge:autocommit
ALTER TABLE public.p VALIDATE CONSTRAINT p_id_fkey;

-- lock: SHARE UPDATE EXCLUSIVE on public.t_1 (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY t_1_foo_idx ON public.t_1 USING btree (foo);

-- lock: SHARE on public.t (blocks writes)
-- lock: SHARE on public.t_1 (blocks writes)
-- takes those that the partitions have by now
CREATE INDEX t_foo ON public.t USING btree (foo);

-- lock: SHARE UPDATE EXCLUSIVE on public.t_1 (does not block reads or writes)
-- kedge:autocommit
CREATE INDEX CONCURRENTLY t_1_other ON public.t_1 USING btree (other);
