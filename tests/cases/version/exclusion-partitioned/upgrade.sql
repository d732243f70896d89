-- lock: ACCESS EXCLUSIVE on public.renames (blocks reads and writes)
ALTER TABLE public.renames RENAME CONSTRAINT old_name TO new_name;

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- hazard detach-partition: the rows of public.leaves are not in public.made any more
ALTER TABLE public.made DETACH PARTITION public.leaves;

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- hazard rebuild: exclusion public.joins.joins_a_r_excl is dropped here and created again
ALTER TABLE public.joins DROP CONSTRAINT joins_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.changes1 (blocks reads and writes)
-- hazard rebuild: exclusion public.changes.changes_x is dropped here and created again
ALTER TABLE public.changes DROP CONSTRAINT changes_x;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.changes1 (blocks writes)
-- hazard add-exclusion: the index of changes_x is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.changes ADD CONSTRAINT changes_x EXCLUDE USING gist (a WITH =, r WITH -|-) WHERE (a > 0) DEFERRABLE;
COMMENT ON CONSTRAINT changes_x ON public.changes IS 'changed';

ALTER INDEX public.changes1_a_r_excl SET (fillfactor='70');
COMMENT ON INDEX public.changes1_a_r_excl IS 'its index';
COMMENT ON CONSTRAINT changes1_a_r_excl ON public.changes1 IS 'after';

CREATE TABLE public.fresh (
    a integer,
    r int4range,
    CONSTRAINT fresh_a_r_excl EXCLUDE USING gist (a WITH =, r WITH &&)
)
PARTITION BY LIST (a);

CREATE TABLE public.fresh1 (
    a integer,
    r int4range
)
PARTITION BY LIST (a);

ALTER TABLE ONLY public.fresh ATTACH PARTITION public.fresh1 FOR VALUES IN (1);

CREATE TABLE public.fresh1a (
    a integer,
    r int4range
);

ALTER TABLE ONLY public.fresh1 ATTACH PARTITION public.fresh1a DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
-- lock: SHARE on public.gets1 (blocks writes)
-- lock: SHARE on public.gets1a (blocks writes)
-- hazard add-exclusion: the index of gets_a_r_excl is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.gets ADD CONSTRAINT gets_a_r_excl EXCLUDE USING gist (a WITH =, r WITH &&);

COMMENT ON CONSTRAINT gets1a_a_r_excl ON public.gets1a IS 'of a partition';

-- lock: ACCESS EXCLUSIVE on public.joins (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.made (does not block reads or writes)
-- hazard attach-partition: public.joins is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.made ATTACH PARTITION public.joins FOR VALUES IN (2);

-- lock: ACCESS EXCLUSIVE on public.joins2 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.made (does not block reads or writes)
-- hazard attach-partition: public.joins2 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.made ATTACH PARTITION public.joins2 FOR VALUES IN (3);

CREATE TABLE public.made5 (
    a integer,
    r int4range,
    s int4range
);

ALTER TABLE ONLY public.made ATTACH PARTITION public.made5 FOR VALUES IN (5);

COMMENT ON CONSTRAINT made5_a_r_excl ON public.made5 IS 'of a new partition';

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.typed1 (blocks reads and writes)
-- hazard type-rewrite: public.typed is written anew, with its indexes
ALTER TABLE public.typed ALTER COLUMN b TYPE bigint;

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE public.loses DROP CONSTRAINT loses_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gone1 (blocks reads and writes)
-- hazard drop-table: the rows of public.gone1 are lost
DROP TABLE public.gone1;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- hazard drop-table: the rows of public.gone are lost
DROP TABLE public.gone;
