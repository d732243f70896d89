CREATE FOREIGN DATA WRAPPER w;

CREATE SERVER s FOREIGN DATA WRAPPER w;

CREATE USER MAPPING FOR PUBLIC SERVER s;

CREATE FOREIGN TABLE public.f (
    a integer
)
SERVER s;

CREATE VIEW public.v AS
SELECT f.a
   FROM public.f;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;
