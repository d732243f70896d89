CREATE FOREIGN TABLE public.f (
    a integer
)
SERVER s;
