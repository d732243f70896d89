-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard detach-partition: the rows of public.leaves are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.leaves;

CREATE TABLE public.fresh (
    a integer NOT NULL,
    b integer CONSTRAINT x NOT NULL,
    c integer
);
ALTER TABLE public.fresh ADD CONSTRAINT fresh_c NOT NULL c NOT VALID;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
ALTER TABLE public.joins RENAME CONSTRAINT joins_a_not_null TO p_a;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
ALTER TABLE public.joins RENAME CONSTRAINT joins_b_not_null TO p_b;

-- lock: ACCESS EXCLUSIVE on public.late (blocks reads and writes)
ALTER TABLE public.late RENAME CONSTRAINT late_a TO late_a_not_null;
-- lock: SHARE UPDATE EXCLUSIVE on public.late (does not block reads or writes)
ALTER TABLE public.late VALIDATE CONSTRAINT late_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
ALTER TABLE public.leaves RENAME CONSTRAINT p_a_not_null TO leaves_a_not_null;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
ALTER TABLE public.leaves RENAME CONSTRAINT p_b TO leaves_b_not_null;

CREATE TABLE public.made (
    a integer CONSTRAINT p_a NOT NULL,
    b integer CONSTRAINT p_b NOT NULL
);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p RENAME CONSTRAINT p_a_not_null TO p_a;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.joins is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.joins FOR VALUES IN (3);

ALTER TABLE ONLY public.p ATTACH PARTITION public.made FOR VALUES IN (5);

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent RENAME CONSTRAINT top TO other;

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent ALTER COLUMN b DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_named;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT named TO t_b_not_null;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.c makes it fail
-- hazard set-not-null: public.t is scanned; a NULL in public.t.e makes it fail
ALTER TABLE public.t
    ADD CONSTRAINT c_named NOT NULL c,
    ALTER CONSTRAINT t_d_not_null INHERIT,
    ADD CONSTRAINT t_e_not_null NOT NULL e NO INHERIT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT f_old TO f_new;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN n integer DEFAULT 0 CONSTRAINT n_named NOT NULL NO INHERIT;
