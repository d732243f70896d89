CREATE TABLE public.t (
    id integer,
    CONSTRAINT ta EXCLUDE USING btree (id WITH =),
    CONSTRAINT tc EXCLUDE USING btree (id WITH =) DEFERRABLE
);
ALTER TABLE public.t ADD CONSTRAINT tb EXCLUDE USING btree (id WITH =);

-- lock: ACCESS EXCLUSIVE on public.there (blocks reads and writes)
-- hazard add-exclusion: the index of a is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.there ADD CONSTRAINT a EXCLUDE USING btree (id WITH =);

-- lock: ACCESS EXCLUSIVE on public.there (blocks reads and writes)
-- hazard add-exclusion: the index of b is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.there ADD CONSTRAINT b EXCLUDE USING btree (id WITH =);
