-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
-- hazard rebuild: foreign key public.b.b_x_y_fkey is dropped here and created again
ALTER TABLE public.b DROP CONSTRAINT b_x_y_fkey;

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_x_y_fkey FOREIGN KEY (x, y) REFERENCES public.a(x, y) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
