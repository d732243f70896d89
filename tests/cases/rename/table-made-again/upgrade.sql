-- lock: ACCESS EXCLUSIVE on public.before (blocks reads and writes)
-- hazard rename: what still says public.before for public.now fails
ALTER TABLE public.before RENAME TO now;

-- lock: ACCESS EXCLUSIVE on public.now (blocks reads and writes)
LOCK TABLE public.now;
-- hazard remake-table: every row of public.now is copied, twice, while it is locked
CREATE TABLE public.now_old AS SELECT id, k FROM public.now;
-- lock: ACCESS EXCLUSIVE on public.now (blocks reads and writes)
-- hazard rebuild: table public.now is dropped here and created again because of access method am
DROP TABLE public.now;

-- hazard rebuild: access method am is dropped here and created again
DROP ACCESS METHOD am;

CREATE FUNCTION public.h2(internal) RETURNS table_am_handler
    LANGUAGE internal
    AS 'heap_tableam_handler';

DROP FUNCTION public.h1(internal);

CREATE ACCESS METHOD am TYPE TABLE HANDLER public.h2;

CREATE TABLE public.now (
    id integer,
    k text
)
USING am;

INSERT INTO public.now (id, k) OVERRIDING SYSTEM VALUE SELECT id, k FROM public.now_old;
DROP TABLE public.now_old;
