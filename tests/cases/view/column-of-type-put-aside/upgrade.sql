-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of domain public.d
DROP VIEW public.v;

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS character varying;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.x are lost
ALTER TABLE public.t
    ADD COLUMN z public.d[],
    DROP COLUMN x;

CREATE VIEW public.v AS
SELECT t.z AS y,
    t.id
   FROM public.t;

DROP DOMAIN public.d_old;
