-- A function of the rows of a partition goes before the table that is made again with it.
CREATE TABLE readings (id bigint, value integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (1) TO (100);
CREATE FUNCTION shown(r readings_1) RETURNS text LANGUAGE sql STABLE RETURN 'reading'::text;
