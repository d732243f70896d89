-- lock: ACCESS EXCLUSIVE on public.over_v (blocks reads and writes)
-- hazard rebuild: view public.over_v is dropped here and created again because of view public.v
DROP VIEW public.over_v;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of domain public.d
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN def DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard authorization: who sees which rows of public.checked changes
-- hazard rebuild: policy public.checked.p is dropped here and created again because of domain public.d
DROP POLICY p ON public.checked;

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard drop-index: waits for every query on public.checked, and all others wait behind it
-- hazard rebuild: index public.checked.checked_i is dropped here and created again because of domain public.d
DROP INDEX public.checked_i;

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard rebuild: check public.checked.checked_x is dropped here and created again because of domain public.d
ALTER TABLE public.checked DROP CONSTRAINT checked_x;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard drop-column: the values of public.t.goes are lost
ALTER TABLE public.t
    ALTER COLUMN leaves TYPE text,
    DROP COLUMN goes;

-- lock: ACCESS EXCLUSIVE on public.of_rows (blocks reads and writes)
-- hazard drop-column: the values of public.of_rows.gone are lost
ALTER TABLE public.of_rows DROP COLUMN gone;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- hazard drop-table: the rows of public.gone are lost
DROP TABLE public.gone;

-- lock: SHARE on public.rows (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.d is scanned; a NULL makes it fail
ALTER DOMAIN public.d SET NOT NULL;

-- lock: SHARE on public.rows (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.d is locked and scanned
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (VALUE <> ''::text);

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard add-check: public.checked is scanned under the lock
ALTER TABLE public.checked ADD CONSTRAINT checked_x CHECK (x <> ('{}'::public.d[])::text[]);

-- lock: SHARE on public.checked (blocks writes)
-- hazard create-index: writes to public.checked wait until the index is built
CREATE INDEX checked_i ON public.checked USING gin ((x || ('{}'::public.d[])::text[]));

-- lock: ACCESS EXCLUSIVE on public.checked (blocks reads and writes)
-- hazard authorization: who sees which rows of public.checked changes
CREATE POLICY p ON public.checked
    USING (x <> ('{}'::public.d[])::text[]);

CREATE TABLE public.fresh (
    x public.d2,
    y public.c,
    z public.r
);

-- lock: ACCESS EXCLUSIVE on public.of_rows (blocks reads and writes)
ALTER TABLE public.of_rows ADD COLUMN new public.d[];

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN def SET DEFAULT ('{}'::public.d[])::text[];

CREATE VIEW public.v AS
SELECT '{a}'::public.d[] AS x,
    t.id
   FROM public.t;

CREATE VIEW public.over_v AS
SELECT v.id
   FROM public.v;
