-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.events_1.kind
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events_2 ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events, and all others wait behind it
-- hazard rebuild: index public.events.changed is dropped here and created again
DROP INDEX public.changed;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
ALTER TABLE ONLY public.events ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events
    ALTER COLUMN id DROP NOT NULL,
    ADD COLUMN g integer DEFAULT 9;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1 ALTER COLUMN g DROP DEFAULT;

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE INDEX events_1_id_idx ON public.events_1 USING btree (id DESC);

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE UNIQUE INDEX events_1_at_id_idx ON public.events_1 USING btree (at, id);

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard set-not-null: public.events_2 is scanned; a NULL in public.events_2.id makes it fail
ALTER TABLE public.events_2
    ALTER COLUMN id SET NOT NULL,
    ALTER COLUMN g SET DEFAULT 10;

-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events_2 wait until the index is built
CREATE INDEX events_2_id_idx ON public.events_2 USING btree (id DESC);

-- lock: SHARE on public.events (blocks writes)
-- lock: SHARE on public.events_1 (blocks writes)
-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events wait until the index is built
CREATE INDEX changed ON public.events USING btree (id DESC);

-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events_2 wait until the index is built
CREATE UNIQUE INDEX events_2_at_id_idx ON public.events_2 USING btree (at, id);

-- lock: SHARE on public.events (blocks writes)
-- lock: SHARE on public.events_1 (blocks writes)
-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events wait until the index is built
CREATE UNIQUE INDEX events_at_id_idx ON public.events USING btree (at, id);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events, and all others wait behind it
DROP INDEX public.gone;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard type-rewrite: public.events is written anew, with its indexes
-- hazard type-narrows: values of public.events.kind that do not fit character varying(20) make it fail, or are changed
ALTER TABLE public.events ALTER COLUMN kind TYPE character varying(20);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
ALTER TABLE ONLY public.events ALTER COLUMN kind SET DEFAULT 'some'::character varying;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1 ALTER COLUMN kind SET DEFAULT 'own'::character varying;

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events_2 ALTER COLUMN kind SET DEFAULT 'some'::character varying;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard type-rewrite: public.events is written anew, with its indexes
-- hazard set-not-null: public.events is scanned; a NULL in public.events.n makes it fail
ALTER TABLE public.events
    DROP CONSTRAINT old,
    ALTER COLUMN n TYPE bigint,
    ALTER COLUMN n SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
ALTER TABLE ONLY public.events ALTER COLUMN n SET DEFAULT 3;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard add-check: public.events is scanned under the lock
ALTER TABLE public.events ADD CONSTRAINT new CHECK (n < 2000);

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE INDEX events_1_n_kind_idx ON public.events_1 USING btree (n, kind);

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events_2 ALTER COLUMN n SET DEFAULT 3;

-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events_2 wait until the index is built
CREATE INDEX events_2_n_kind_idx ON public.events_2 USING btree (n, kind);

-- lock: SHARE on public.events (blocks writes)
-- lock: SHARE on public.events_1 (blocks writes)
-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events wait until the index is built
CREATE INDEX fresh ON public.events USING btree (n, kind);

CREATE VIEW public.v AS
SELECT events_1.id,
    events_1.n,
    events_1.kind
   FROM public.events_1;
