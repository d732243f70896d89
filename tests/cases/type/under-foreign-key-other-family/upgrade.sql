-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
-- hazard rebuild: foreign key public.b.b_a_id_fkey is dropped here and created again because of column public.a.id
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard type-rewrite: public.a is written anew, with its indexes
ALTER TABLE public.a ALTER COLUMN id TYPE text;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard type-rewrite: public.b is written anew, with its indexes
ALTER TABLE public.b ALTER COLUMN a_id TYPE text;

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
