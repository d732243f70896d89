-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a');

-- hazard type-rewrite: every column of domain public.b is written anew
ALTER DOMAIN public.b RENAME TO b_old;
CREATE DOMAIN public.b AS bit(4);

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS character(5);

-- hazard type-rewrite: every column of the composite type public.k is written anew
ALTER TYPE public.k RENAME TO k_old;
CREATE TYPE public.k AS (
    b integer,
    n numeric,
    a character varying(3)
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.z that do not fit character varying(4) make it fail, or are changed
-- hazard type-narrows: values of public.t.za that do not fit character(3)[] make it fail, or are changed
-- hazard type-narrows: values of public.t.bits that do not fit bit(3) make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.d USING x::text,
    ALTER COLUMN y TYPE public.d[] USING y::text[],
    ALTER COLUMN z TYPE character varying(4),
    ALTER COLUMN za TYPE character(3)[],
    ALTER COLUMN e TYPE character varying(3) USING e::text,
    ALTER COLUMN ea TYPE character varying(3)[] USING ea::text[],
    ALTER COLUMN bits TYPE bit(3) USING bits::text::bit varying,
    ALTER COLUMN k TYPE public.k USING CASE WHEN k IS DISTINCT FROM NULL THEN ROW((k).b, (k).n, (k).a)::text::public.k END;

DROP TYPE public.k_old;

DROP DOMAIN public.d_old;

DROP DOMAIN public.b_old;

DROP TYPE public.e_old;
