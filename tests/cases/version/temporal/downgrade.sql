-- lock: ACCESS EXCLUSIVE on public.plain (blocks reads and writes)
-- hazard rebuild: unique public.plain.plain_id_during_key is dropped here and created again
ALTER TABLE public.plain DROP CONSTRAINT plain_id_during_key;

-- lock: ACCESS EXCLUSIVE on public.plain (blocks reads and writes)
-- hazard add-key: the index of plain_id_during_key is built under the lock; duplicates make it fail
ALTER TABLE public.plain ADD CONSTRAINT plain_id_during_key UNIQUE (id, during);

-- lock: ACCESS EXCLUSIVE on public.room (blocks reads and writes)
ALTER TABLE public.room DROP CONSTRAINT room_name;

-- lock: ACCESS EXCLUSIVE on public.more (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.plain2 (blocks reads and writes)
-- locks public.room too, for a moment; locks public.plain2 too, for a moment
-- hazard drop-table: the rows of public.more are lost
DROP TABLE public.more;

-- lock: ACCESS EXCLUSIVE on public.plain2 (blocks reads and writes)
-- hazard drop-table: the rows of public.plain2 are lost
DROP TABLE public.plain2;
