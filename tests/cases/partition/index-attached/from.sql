-- an index of the partitioned table only, which some partitions have
CREATE TABLE t (id int, foo text, PRIMARY KEY (foo)) PARTITION BY LIST (foo);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('2');
CREATE TABLE t_3 PARTITION OF t FOR VALUES IN ('3');
CREATE INDEX part ON ONLY t (id);
CREATE INDEX part_1 ON t_1 (id);
ALTER INDEX part ATTACH PARTITION part_1;
CREATE INDEX part_2 ON t_2 (id);
-- a key of the partitioned table only
CREATE TABLE k (id int NOT NULL, foo text NOT NULL) PARTITION BY LIST (foo);
CREATE TABLE k_1 PARTITION OF k FOR VALUES IN ('1');
ALTER TABLE ONLY k ADD CONSTRAINT some_pkey PRIMARY KEY (foo, id);
CREATE UNIQUE INDEX k_1_pkey ON k_1 (foo, id);
-- an index that one partition loses
CREATE TABLE l (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE l_1 PARTITION OF l FOR VALUES IN ('1');
CREATE TABLE l_2 PARTITION OF l FOR VALUES IN ('2');
CREATE INDEX l_id ON ONLY l (id);
CREATE INDEX l_1_id ON l_1 (id);
ALTER INDEX l_id ATTACH PARTITION l_1_id;
