-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN n TYPE numeric;

ALTER TABLE public.t SET (fillfactor='60', toast.autovacuum_enabled='false');

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
ALTER TABLE public.u ADD COLUMN t text;

ALTER TABLE public.u SET (toast.autovacuum_enabled='false');

ALTER TABLE public.v SET (toast.autovacuum_enabled='true');

ALTER TABLE public.w SET (fillfactor='60');
ALTER TABLE public.w RESET (toast.autovacuum_enabled);
