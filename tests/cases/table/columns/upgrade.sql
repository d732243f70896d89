-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.a makes it fail
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard add-generated-column: public.t is written anew to compute public.t.g
-- hazard volatile-default: public.t is written anew to number public.t.i
-- hazard drop-column: the values of public.t.gone are lost
ALTER TABLE public.t
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN a SET DEFAULT 5,
    ALTER COLUMN n TYPE bigint,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 1) STORED,
    ADD COLUMN i bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 3) NOT NULL,
    ADD COLUMN c text COLLATE "C" DEFAULT 'it''s'::text,
    DROP COLUMN gone;
