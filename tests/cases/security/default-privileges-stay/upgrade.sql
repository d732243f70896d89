CREATE TABLE public.closed (
    a integer
);
REVOKE SELECT ON TABLE public.closed FROM PUBLIC;

CREATE TABLE public.open (
    a integer
);
