-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- hazard rebuild: foreign key public.stays.stays_a_id_fkey is dropped here and created again because of primary key public.a.a_key
ALTER TABLE public.stays DROP CONSTRAINT stays_a_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- hazard drop-table: the rows of public.gone are lost
DROP TABLE public.gone;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard rebuild: primary key public.a.a_key is dropped here and created again because of column public.a.v
-- hazard type-rewrite: public.a is written anew, with its indexes
ALTER TABLE public.a
    DROP CONSTRAINT a_key,
    ALTER COLUMN v TYPE text;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard add-key: the index of a_key is built under the lock; duplicates make it fail
ALTER TABLE public.a ADD CONSTRAINT a_key PRIMARY KEY (id) INCLUDE (v);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.stays (blocks writes)
-- hazard add-foreign-key: public.stays and public.a are locked against writes while the rows are checked
ALTER TABLE public.stays ADD CONSTRAINT stays_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id) ON DELETE CASCADE;
