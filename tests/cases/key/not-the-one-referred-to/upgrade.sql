-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard rebuild: primary key public.a.a_pkey is dropped here and created again
ALTER TABLE public.a DROP CONSTRAINT a_pkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard add-key: the index of a_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY (k);
