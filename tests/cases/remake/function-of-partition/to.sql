CREATE TABLE readings (id integer, value integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (1) TO (100);
CREATE FUNCTION shown(r readings_1) RETURNS text LANGUAGE sql STABLE RETURN 'reading'::text;
