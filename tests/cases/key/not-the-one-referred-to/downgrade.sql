-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard rebuild: foreign key public.b.b_k_fkey is dropped here and created again because of primary key public.a.a_pkey
ALTER TABLE public.b DROP CONSTRAINT b_k_fkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard rebuild: primary key public.a.a_pkey is dropped here and created again
ALTER TABLE public.a DROP CONSTRAINT a_pkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard add-key: the index of a_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY (k) INCLUDE (c);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_k_fkey FOREIGN KEY (k) REFERENCES public.a(k);
