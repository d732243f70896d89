-- not proven with rows in public.e: new row for relation "e" violates partition constraint

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.refers (blocks reads and writes)
-- hazard rebuild: foreign key public.refers.f is dropped here and created again because of primary key public.c.c_key
ALTER TABLE public.refers DROP CONSTRAINT f;

-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- hazard rebuild: primary key public.e.e_key is dropped here and created again because of column public.d.k
ALTER TABLE public.e DROP CONSTRAINT e_key;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard rebuild: primary key public.c.c_key is dropped here and created again because of column public.p.k
ALTER TABLE public.c DROP CONSTRAINT c_key;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.d (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN k DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard set-not-null: public.c is scanned; a NULL in public.c.k makes it fail
ALTER TABLE public.c ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard add-key: the index of c_key is built under the lock; duplicates make it fail
ALTER TABLE public.c ADD CONSTRAINT c_key PRIMARY KEY (id, k);

-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- hazard set-not-null: public.e is scanned; a NULL in public.e.k makes it fail
ALTER TABLE public.e ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- hazard add-key: the index of e_key is built under the lock; duplicates make it fail
ALTER TABLE public.e ADD CONSTRAINT e_key PRIMARY KEY (k, id);

-- lock: SHARE ROW EXCLUSIVE on public.c (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.refers (blocks writes)
-- hazard add-foreign-key: public.refers and public.c are locked against writes while the rows are checked
ALTER TABLE public.refers ADD CONSTRAINT f FOREIGN KEY (id, k) REFERENCES public.c(id, k);
