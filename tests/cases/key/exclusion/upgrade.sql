-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard add-exclusion: the index of no_overlap is built under the lock; rows that exclude each other make it fail
ALTER TABLE public.r ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE;
