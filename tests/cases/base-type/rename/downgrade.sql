-- hazard rename: what still says other.term for public.word fails
ALTER TYPE other.term SET SCHEMA public;
-- hazard rename: what still says public.term for public.word fails
ALTER TYPE public.term RENAME TO word;

-- hazard drop-schema: schema other goes
DROP SCHEMA other;
