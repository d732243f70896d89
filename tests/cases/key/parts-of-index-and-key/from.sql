-- the foreign key has the unique index, which is therefore older than the key of the same column: so are their parts, in the proof too
CREATE TABLE t (id integer NOT NULL, x integer) PARTITION BY RANGE (id);
CREATE UNIQUE INDEX older ON t (id);
ALTER TABLE t ADD CONSTRAINT k UNIQUE (id);
ALTER TABLE t ADD CONSTRAINT later UNIQUE NULLS NOT DISTINCT (id);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (3) PARTITION BY HASH (id);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES t (id);
