-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard detach-partition: the rows of public.joins are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.joins;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
ALTER TABLE public.joins RENAME CONSTRAINT p_a TO joins_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
ALTER TABLE public.joins RENAME CONSTRAINT p_b TO joins_b_not_null;

-- lock: ACCESS EXCLUSIVE on public.late (blocks reads and writes)
ALTER TABLE public.late
    ALTER COLUMN a DROP NOT NULL,
    ADD CONSTRAINT late_a NOT NULL a NOT VALID;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
ALTER TABLE public.leaves RENAME CONSTRAINT leaves_a_not_null TO p_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
ALTER TABLE public.leaves RENAME CONSTRAINT leaves_b_not_null TO p_b;

-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p RENAME CONSTRAINT p_a TO p_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent RENAME CONSTRAINT other TO top;

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard set-not-null: public.parent is scanned; a NULL in public.parent.b makes it fail
ALTER TABLE public.parent ADD CONSTRAINT parent_b_not_null NOT NULL b;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT a_named TO t_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT t_b_not_null TO named;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ALTER COLUMN c DROP NOT NULL,
    ALTER CONSTRAINT t_d_not_null NO INHERIT,
    ALTER COLUMN e DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT f_new TO f_old;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.n are lost
ALTER TABLE public.t DROP COLUMN n;

-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard drop-table: the rows of public.made are lost
DROP TABLE public.made;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.leaves FOR VALUES IN (4);

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;
