CREATE TABLE public.gone (
    x public.d2,
    y public.c,
    z public.r
);

-- lock: ACCESS EXCLUSIVE on public.of_rows (blocks reads and writes)
-- hazard column-order: public.of_rows.gone comes last, not before stays as in the model
ALTER TABLE public.of_rows ADD COLUMN gone public.rows;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.leaves that do not fit public.c make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN leaves TYPE public.c USING leaves::public.c;

-- lock: ACCESS EXCLUSIVE on public.of_rows (blocks reads and writes)
-- hazard drop-column: the values of public.of_rows.new are lost
ALTER TABLE public.of_rows DROP COLUMN new;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;

ALTER DOMAIN public.d DROP CONSTRAINT d_check;

ALTER DOMAIN public.d DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard column-order: public.t.goes comes last, not before leaves as in the model
ALTER TABLE public.t ADD COLUMN goes public.d[];
