CREATE SCHEMA other;

-- hazard rename: what still says public.word for other.term fails
ALTER TYPE public.word SET SCHEMA other;
-- hazard rename: what still says other.word for other.term fails
ALTER TYPE other.word RENAME TO term;
