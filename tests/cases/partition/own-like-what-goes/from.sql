-- (before 15 the server does not let go of the index that the key of a former partition had)
CREATE TABLE t (id integer PRIMARY KEY, k integer, l integer) PARTITION BY RANGE (id);
CREATE TABLE part (id integer NOT NULL, k integer, l integer);
ALTER TABLE part ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES t (id);
CREATE INDEX own_idx ON part (k);
CREATE INDEX own_l ON part (l);
CREATE TABLE stays PARTITION OF t FOR VALUES FROM (10) TO (20);
ALTER TABLE t ADD CONSTRAINT goes FOREIGN KEY (k) REFERENCES t (id);
CREATE INDEX goes_idx ON t (k);
CREATE INDEX changes ON t (l);
