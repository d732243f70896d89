-- lock: ACCESS EXCLUSIVE on public.g (blocks reads and writes)
ALTER TABLE public.g REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.g (blocks reads and writes)
-- hazard drop-index: waits for every query on public.g, and all others wait behind it
-- hazard rebuild: index public.g.gi is dropped here and created again
DROP INDEX public.gi;

-- lock: ACCESS EXCLUSIVE on public.d (blocks reads and writes)
ALTER TABLE public.d REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
ALTER TABLE public.c REPLICA IDENTITY DEFAULT;
ALTER TABLE public.c SET WITHOUT CLUSTER;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard rebuild: primary key public.c.ck is dropped here and created again
ALTER TABLE public.c DROP CONSTRAINT ck;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
ALTER TABLE public.a REPLICA IDENTITY DEFAULT;
ALTER TABLE public.a SET WITHOUT CLUSTER;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard drop-index: waits for every query on public.a, and all others wait behind it
-- hazard rebuild: index public.a.ai is dropped here and created again
DROP INDEX public.ai;

-- lock: SHARE on public.a (blocks writes)
-- hazard create-index: writes to public.a wait until the index is built
CREATE UNIQUE INDEX ai ON public.a USING btree (y, x);

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
ALTER TABLE public.a REPLICA IDENTITY USING INDEX ai;
ALTER TABLE public.a CLUSTER ON ai;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- the index is there already
ALTER TABLE public.b ADD CONSTRAINT bi UNIQUE USING INDEX bi;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b REPLICA IDENTITY USING INDEX bi;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard add-key: the index of ck is built under the lock; duplicates make it fail
ALTER TABLE public.c ADD CONSTRAINT ck PRIMARY KEY (x, y);

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
ALTER TABLE public.c REPLICA IDENTITY USING INDEX ck;
ALTER TABLE public.c CLUSTER ON ck;

-- lock: ACCESS EXCLUSIVE on public.d (blocks reads and writes)
ALTER TABLE public.d REPLICA IDENTITY FULL;

-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- hazard type-rewrite: public.e is written anew, with its indexes
ALTER TABLE public.e ALTER COLUMN x TYPE bigint;

-- lock: ACCESS EXCLUSIVE on public.g (blocks reads and writes)
-- hazard set-not-null: public.g is scanned; a NULL in public.g.y makes it fail
ALTER TABLE public.g
    ALTER COLUMN x DROP NOT NULL,
    ALTER COLUMN y SET NOT NULL;

-- lock: SHARE on public.g (blocks writes)
-- hazard create-index: writes to public.g wait until the index is built
CREATE UNIQUE INDEX gi ON public.g USING btree (y);

-- lock: ACCESS EXCLUSIVE on public.g (blocks reads and writes)
ALTER TABLE public.g REPLICA IDENTITY USING INDEX gi;

-- lock: ACCESS EXCLUSIVE on public.d (blocks reads and writes)
-- hazard drop-index: waits for every query on public.d, and all others wait behind it
DROP INDEX public.di;
