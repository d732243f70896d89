-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.events_1.kind
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events_2
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1 ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events, and all others wait behind it
-- hazard rebuild: index public.events.changed is dropped here and created again
DROP INDEX public.changed;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
ALTER TABLE ONLY public.events
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN kind DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events, and all others wait behind it
DROP INDEX public.fresh;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events ALTER COLUMN kind TYPE text;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
ALTER TABLE ONLY public.events ALTER COLUMN kind SET DEFAULT 'none'::text;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1 ALTER COLUMN kind SET DEFAULT 'none'::text;

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE INDEX events_1_kind_idx ON public.events_1 USING btree (kind);

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events_2 ALTER COLUMN kind SET DEFAULT 'none'::text;

-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events_2 wait until the index is built
CREATE INDEX events_2_kind_idx ON public.events_2 USING btree (kind);

-- lock: SHARE on public.events (blocks writes)
-- lock: SHARE on public.events_1 (blocks writes)
-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events wait until the index is built
CREATE INDEX gone ON public.events USING btree (kind);

-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events_2 wait until the index is built
CREATE INDEX events_2_id_idx ON public.events_2 USING btree (id);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events, and all others wait behind it
DROP INDEX public.events_at_id_idx;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard set-not-null: public.events is scanned; a NULL in public.events.id makes it fail
ALTER TABLE public.events ALTER COLUMN id SET NOT NULL;

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE INDEX events_1_id_idx ON public.events_1 USING btree (id);

-- lock: SHARE on public.events (blocks writes)
-- lock: SHARE on public.events_1 (blocks writes)
-- lock: SHARE on public.events_2 (blocks writes)
-- hazard create-index: writes to public.events wait until the index is built
CREATE INDEX changed ON public.events USING btree (id);

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard type-rewrite: public.events is written anew, with its indexes
-- hazard type-narrows: values of public.events.n that do not fit integer make it fail, or are changed
-- hazard add-check: public.events is scanned under the lock
ALTER TABLE public.events
    DROP CONSTRAINT new,
    ALTER COLUMN n TYPE integer,
    ALTER COLUMN n DROP NOT NULL,
    ADD CONSTRAINT old CHECK (n < 1000);

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1 ALTER COLUMN n SET DEFAULT 7;

CREATE VIEW public.v AS
SELECT events_1.id,
    events_1.n,
    events_1.kind
   FROM public.events_1;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-column: the values of public.events.g are lost
ALTER TABLE public.events DROP COLUMN g;
