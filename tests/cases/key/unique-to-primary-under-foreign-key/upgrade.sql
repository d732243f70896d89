-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
-- hazard rebuild: foreign key public.b.b_a_id_fkey is dropped here and created again because of unique public.a.a_id_key
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b ADD COLUMN more integer;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard set-not-null: public.a is scanned; a NULL in public.a.id makes it fail
ALTER TABLE public.a
    DROP CONSTRAINT a_id_key,
    ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard add-key: the index of a_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_more_fkey FOREIGN KEY (more) REFERENCES public.a(id);
