-- lock: ACCESS EXCLUSIVE on public.plain (blocks reads and writes)
-- hazard rebuild: unique public.plain.plain_id_during_key is dropped here and created again
ALTER TABLE public.plain DROP CONSTRAINT plain_id_during_key;

CREATE TABLE public.more (
    room integer,
    during daterange,
    period integer,
    CONSTRAINT more_period_key UNIQUE (period)
);

-- lock: SHARE ROW EXCLUSIVE on public.room (blocks writes)
ALTER TABLE public.more ADD CONSTRAINT more_room_fkey FOREIGN KEY (room, PERIOD during) REFERENCES public.room(id, PERIOD during) NOT ENFORCED;

-- lock: ACCESS EXCLUSIVE on public.plain (blocks reads and writes)
-- hazard add-key: the index of plain_id_during_key is built under the lock; duplicates make it fail
ALTER TABLE public.plain ADD CONSTRAINT plain_id_during_key UNIQUE (id, during WITHOUT OVERLAPS);

CREATE TABLE public.plain2 (
    a integer NOT NULL,
    CONSTRAINT plain2_pkey PRIMARY KEY (a)
);

ALTER TABLE public.more ADD CONSTRAINT more_period_fkey FOREIGN KEY (period) REFERENCES public.plain2(a);

-- lock: ACCESS EXCLUSIVE on public.room (blocks reads and writes)
-- hazard add-key: the index of room_name is built under the lock; duplicates make it fail
ALTER TABLE public.room ADD CONSTRAINT room_name UNIQUE (name, during WITHOUT OVERLAPS);
COMMENT ON CONSTRAINT room_name ON public.room IS 'one name at a time';
