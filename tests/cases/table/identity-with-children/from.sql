-- an identity column that a partitioned table and one that others inherit get: the rows are numbered, and it goes on from there
CREATE TABLE t (id integer) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF t FOR VALUES IN (2) PARTITION BY LIST (id);
CREATE TABLE p22 PARTITION OF p2 FOR VALUES IN (2);
CREATE TABLE up (a integer);
CREATE TABLE down () INHERITS (up);
