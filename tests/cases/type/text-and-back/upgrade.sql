-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.r: column "k" of relation "r" contains null values; a row was (id, a) = ('1', '{a}') (ALTER TABLE public.r     ADD COLUMN k bigint NOT NULL,     A ...)
-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.t: malformed record literal: "empty"; Missing left parenthesis. (ALTER TABLE public.t ALTER COLUMN c TYPE public.r USING c::t ...)

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard add-required-column: fails if public.r has rows: public.r.k is NOT NULL and has no default
ALTER TABLE public.r
    ADD COLUMN k bigint NOT NULL,
    ADD COLUMN c integer;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit public.r make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE public.r USING c::text::public.r;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard drop-column: the values of public.r.a are lost
-- hazard drop-column: the values of public.r.id are lost
ALTER TABLE public.r
    DROP COLUMN a,
    DROP COLUMN id;
