-- lock: ACCESS EXCLUSIVE on public.now (blocks reads and writes)
-- hazard rename: what still says public.now for public.before fails
ALTER TABLE public.now RENAME TO before;

-- lock: ACCESS EXCLUSIVE on public.before (blocks reads and writes)
LOCK TABLE public.before;
-- hazard remake-table: every row of public.before is copied, twice, while it is locked
CREATE TABLE public.before_old AS SELECT id, k FROM public.before;
-- lock: ACCESS EXCLUSIVE on public.before (blocks reads and writes)
-- hazard rebuild: table public.before is dropped here and created again because of access method am
DROP TABLE public.before;

-- hazard rebuild: access method am is dropped here and created again
DROP ACCESS METHOD am;

CREATE FUNCTION public.h1(internal) RETURNS table_am_handler
    LANGUAGE internal
    AS 'heap_tableam_handler';

DROP FUNCTION public.h2(internal);

CREATE ACCESS METHOD am TYPE TABLE HANDLER public.h1;

CREATE TABLE public.before (
    id integer,
    k text
)
USING am;

INSERT INTO public.before (id, k) OVERRIDING SYSTEM VALUE SELECT id, k FROM public.before_old;
DROP TABLE public.before_old;
