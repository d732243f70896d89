-- hazard type-rewrite: every column of the range type public.c is written anew
ALTER TYPE public.c RENAME TO c_old;
ALTER FUNCTION public.c(double precision, double precision) RENAME TO c_old;
ALTER FUNCTION public.c(double precision, double precision, text) RENAME TO c_old;
ALTER FUNCTION public.moved() RENAME TO moved_old;
ALTER FUNCTION public.moved(public.c_old) RENAME TO moved_old;
ALTER FUNCTION public.moved(VARIADIC public.c_old[]) RENAME TO moved_old;
ALTER TYPE public.moved RENAME TO moved_old;
CREATE TYPE public.c AS RANGE (
    subtype = double precision,
    multirange_type_name = public.other
);

CREATE TYPE public.d AS RANGE (
    subtype = inet,
    multirange_type_name = public.moved
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN x TYPE public.c USING x::text::public.c;

DROP TYPE public.c_old;

DROP TYPE public.a;

CREATE TYPE public.b AS RANGE (
    subtype = text,
    multirange_type_name = public.shared
);
