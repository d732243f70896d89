-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
-- hazard rebuild: foreign key public.b.b_a_id_fkey is dropped here and created again because of primary key public.a.a_pkey
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
ALTER TABLE public.b DROP CONSTRAINT b_more_fkey;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard drop-column: the values of public.b.more are lost
ALTER TABLE public.b DROP COLUMN more;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
ALTER TABLE public.a
    DROP CONSTRAINT a_pkey,
    ALTER COLUMN id DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard add-key: the index of a_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.a ADD CONSTRAINT a_id_key UNIQUE (id);

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
