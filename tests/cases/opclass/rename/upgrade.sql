-- hazard rename: what still says public.ints for other.wholes USING btree fails
ALTER OPERATOR FAMILY public.ints USING btree SET SCHEMA other;
-- hazard rename: what still says other.ints for other.wholes USING btree fails
ALTER OPERATOR FAMILY other.ints USING btree RENAME TO wholes;

-- hazard rename: what still says public.ints for other.whole USING btree fails
ALTER OPERATOR CLASS public.ints USING btree SET SCHEMA other;
-- hazard rename: what still says other.ints for other.whole USING btree fails
ALTER OPERATOR CLASS other.ints USING btree RENAME TO whole;
