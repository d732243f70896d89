-- a partition keeps a foreign key of its own beside the same one that the partitioned table gets: the server would take the one for the other
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE t (id integer NOT NULL, k integer) PARTITION BY LIST (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2) PARTITION BY LIST (id);
CREATE TABLE t22 PARTITION OF t2 FOR VALUES IN (2);
CREATE TABLE t3 (id integer NOT NULL, k integer);
ALTER TABLE t1 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES a (id);
ALTER TABLE t22 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES a (id);
ALTER TABLE t3 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES a (id);
ALTER TABLE t ADD CONSTRAINT whole FOREIGN KEY (id) REFERENCES a (id);
