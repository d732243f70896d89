-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- public.t.around is text until range public.lengths is there again
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN around TYPE text;

-- hazard rebuild: range public.lengths is dropped here and created again because of operator class public.by_length USING btree
DROP TYPE public.lengths;

-- hazard rebuild: operator class public.by_length USING btree is dropped here and created again
DROP OPERATOR CLASS public.by_length USING btree;

CREATE OPERATOR CLASS public.by_length
    FOR TYPE text USING btree FAMILY public.by_length AS
    OPERATOR 1 public.<#(text, text),
    FUNCTION 1 public.by_half(text, text);

CREATE TYPE public.lengths AS RANGE (
    subtype = text,
    multirange_type_name = public.lengths_multirange,
    subtype_opclass = public.by_length
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.around that do not fit public.lengths make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN around TYPE public.lengths USING around::public.lengths;
