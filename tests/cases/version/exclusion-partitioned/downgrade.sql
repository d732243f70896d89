-- lock: ACCESS EXCLUSIVE on public.renames (blocks reads and writes)
ALTER TABLE public.renames RENAME CONSTRAINT new_name TO old_name;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- hazard rebuild: exclusion public.leaves.leaves_a_r_excl is dropped here and created again
ALTER TABLE public.leaves DROP CONSTRAINT leaves_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.joins2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- hazard detach-partition: the rows of public.joins2 are not in public.made any more
ALTER TABLE public.made DETACH PARTITION public.joins2;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- hazard detach-partition: the rows of public.joins are not in public.made any more
ALTER TABLE public.made DETACH PARTITION public.joins;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.changes1 (blocks reads and writes)
-- hazard rebuild: exclusion public.changes.changes_x is dropped here and created again
ALTER TABLE public.changes DROP CONSTRAINT changes_x;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
-- lock: SHARE on public.changes1 (blocks writes)
-- hazard add-exclusion: the index of changes_x is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.changes ADD CONSTRAINT changes_x EXCLUDE USING gist (a WITH =, r WITH &&);

COMMENT ON CONSTRAINT changes1_a_r_excl ON public.changes1 IS 'before';

CREATE TABLE public.gone (
    a integer,
    r int4range,
    CONSTRAINT gone_a_r_excl EXCLUDE USING gist (a WITH =, r WITH &&)
)
PARTITION BY LIST (a);

CREATE TABLE public.gone1 (
    a integer,
    r int4range
);

ALTER TABLE ONLY public.gone ATTACH PARTITION public.gone1 FOR VALUES IN (1);

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
-- hazard add-exclusion: the index of loses_a_r_excl is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.loses ADD CONSTRAINT loses_a_r_excl EXCLUDE USING gist (a WITH =, r WITH &&);

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.typed1 (blocks reads and writes)
-- hazard type-rewrite: public.typed is written anew, with its indexes
-- hazard type-narrows: values of public.typed.b that do not fit integer make it fail, or are changed
ALTER TABLE public.typed ALTER COLUMN b TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.made5 (blocks reads and writes)
-- hazard drop-table: the rows of public.made5 are lost
DROP TABLE public.made5;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.made (does not block reads or writes)
-- hazard attach-partition: public.leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.made ATTACH PARTITION public.leaves FOR VALUES IN (4);

-- lock: ACCESS EXCLUSIVE on public.joins2 (blocks reads and writes)
ALTER TABLE public.joins2 DROP CONSTRAINT joins2_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gets1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gets1a (blocks reads and writes)
ALTER TABLE public.gets DROP CONSTRAINT gets_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.fresh1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.fresh1a (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh1a are lost
DROP TABLE public.fresh1a;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.fresh1 (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh1 are lost
DROP TABLE public.fresh1;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;
