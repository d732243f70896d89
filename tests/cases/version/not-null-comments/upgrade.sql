CREATE TABLE public.fresh (
    a integer NOT NULL,
    b integer CONSTRAINT fresh_b NOT NULL,
    c integer,
    CONSTRAINT fresh_pkey PRIMARY KEY (a)
);
ALTER TABLE public.fresh ADD CONSTRAINT fresh_c NOT NULL c NOT VALID;
COMMENT ON CONSTRAINT fresh_a_not_null ON public.fresh IS 'of a key';
COMMENT ON CONSTRAINT fresh_b ON public.fresh IS 'new';
COMMENT ON CONSTRAINT fresh_c ON public.fresh IS 'not valid';

COMMENT ON CONSTRAINT p_a_not_null ON public.p IS 'of all';

COMMENT ON CONSTRAINT p_a_not_null ON public.p1 IS 'of the partition';

CREATE TABLE public.p2 (
    a integer CONSTRAINT p_a_not_null NOT NULL,
    b integer
);
COMMENT ON CONSTRAINT p_a_not_null ON public.p2 IS 'of a new partition';

ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES IN (2);

COMMENT ON CONSTRAINT parent_a_not_null ON public.parent IS 'of the parent';

COMMENT ON CONSTRAINT parent_a_not_null ON public.child IS NULL;

CREATE TABLE public.child2 (
    b integer
)
INHERITS (public.parent);
COMMENT ON CONSTRAINT parent_a_not_null ON public.child2 IS 'of a new child';

-- lock: ACCESS EXCLUSIVE on public.renamed (blocks reads and writes)
ALTER TABLE public.renamed RENAME CONSTRAINT one TO two;

COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'after';

COMMENT ON CONSTRAINT named ON public.t IS NULL;

COMMENT ON CONSTRAINT t_c_not_null ON public.t IS 'new';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.d makes it fail
ALTER TABLE public.t
    ALTER COLUMN d SET NOT NULL,
    ALTER COLUMN e DROP NOT NULL;
COMMENT ON CONSTRAINT t_d_not_null ON public.t IS 'with it';

-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
ALTER TABLE public.t VALIDATE CONSTRAINT late;
COMMENT ON CONSTRAINT late ON public.t IS 'valid';

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- hazard type-rewrite: public.typed is written anew, with its indexes
ALTER TABLE public.typed ALTER COLUMN a TYPE bigint;
