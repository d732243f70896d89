-- hazard rename: what still says other.wholes for public.ints USING btree fails
ALTER OPERATOR FAMILY other.wholes USING btree SET SCHEMA public;
-- hazard rename: what still says public.wholes for public.ints USING btree fails
ALTER OPERATOR FAMILY public.wholes USING btree RENAME TO ints;

-- hazard rename: what still says other.whole for public.ints USING btree fails
ALTER OPERATOR CLASS other.whole USING btree SET SCHEMA public;
-- hazard rename: what still says public.whole for public.ints USING btree fails
ALTER OPERATOR CLASS public.whole USING btree RENAME TO ints;
