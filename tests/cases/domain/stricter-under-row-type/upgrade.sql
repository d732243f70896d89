-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of domain public.d
DROP MATERIALIZED VIEW public.m;

-- lock: ACCESS EXCLUSIVE on public.vu (blocks reads and writes)
-- hazard rebuild: view public.vu is dropped here and created again because of domain public.n
DROP VIEW public.vu;

-- lock: ACCESS EXCLUSIVE on public.v2 (blocks reads and writes)
-- hazard rebuild: view public.v2 is dropped here and created again because of view public.v
DROP VIEW public.v2;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of domain public.d
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: check public.t.t_chk is dropped here and created again because of domain public.d
ALTER TABLE public.t DROP CONSTRAINT t_chk;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard rebuild: rule public.o.r is dropped here and created again because of domain public.d
DROP RULE r ON public.o;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard authorization: who sees which rows of public.o changes
-- hazard rebuild: policy public.o.po is dropped here and created again because of domain public.d
DROP POLICY po ON public.o;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard drop-index: waits for every query on public.o, and all others wait behind it
-- hazard rebuild: index public.o.o_idx is dropped here and created again because of domain public.d
DROP INDEX public.o_idx;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard rebuild: check public.o.o_chk2 is dropped here and created again because of domain public.d
-- hazard rebuild: check public.o.o_chk is dropped here and created again because of domain public.d
ALTER TABLE public.o
    DROP CONSTRAINT o_chk2,
    DROP CONSTRAINT o_chk,
    ALTER COLUMN b DROP DEFAULT;

-- lock: SHARE on public.u (blocks writes)
-- hazard set-not-null: every table with a column of public.n is scanned; a NULL makes it fail
ALTER DOMAIN public.n SET NOT NULL;

CREATE VIEW public.vu AS
SELECT u.id,
    (NULL::public.u IS NULL) AS x
   FROM public.u;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
DROP VIEW public.gone;

-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.d is locked and scanned
ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK (VALUE > 0);

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard add-check: public.o is scanned under the lock
ALTER TABLE public.o
    ALTER COLUMN b SET DEFAULT (NULL::public.c IS NULL),
    ADD CONSTRAINT o_chk CHECK (NULL::public.t IS NULL),
    ADD CONSTRAINT o_chk2 CHECK (NULL::public.c IS NULL);

-- lock: SHARE on public.o (blocks writes)
-- hazard create-index: writes to public.o wait until the index is built
CREATE INDEX o_idx ON public.o USING btree (id) WHERE (NULL::public.t IS NULL);

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- hazard authorization: who sees which rows of public.o changes
CREATE POLICY po ON public.o
    USING (NULL::public.t IS NULL);

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
CREATE RULE r AS
    ON UPDATE TO public.o
    WHERE (NULL::public.c IS NULL)
    DO INSTEAD NOTHING;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t ADD CONSTRAINT t_chk CHECK ((NULL::public.t IS NULL) OR (id > 0));

CREATE VIEW public.come AS
SELECT (NULL::public.t IS NULL) AS x;

CREATE VIEW public.v AS
SELECT o.id,
    (NULL::public.t IS NULL) AS x
   FROM public.o;

CREATE VIEW public.v2 AS
SELECT v.id,
    v.x
   FROM public.v;

CREATE MATERIALIZED VIEW public.m AS
SELECT o.id,
    (NULL::public.c IS NULL) AS x
   FROM public.o
WITH DATA;
