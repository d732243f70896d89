-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.n that do not fit bigint make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

ALTER TABLE public.t SET (fillfactor='50');
ALTER TABLE public.t RESET (toast.autovacuum_enabled);

ALTER TABLE public.u RESET (toast.autovacuum_enabled);

ALTER TABLE public.v SET (toast.autovacuum_enabled='false');

ALTER TABLE public.w SET (toast.autovacuum_enabled='true');
ALTER TABLE public.w RESET (fillfactor);

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-column: the values of public.u.t are lost
ALTER TABLE public.u DROP COLUMN t;
