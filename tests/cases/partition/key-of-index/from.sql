-- a key of a partition whose index is a part of a mere index: neither can be dropped while the partition is one
CREATE TABLE t (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
CREATE TABLE u (id int NOT NULL, foo text NOT NULL) PARTITION BY LIST (foo);
CREATE TABLE u_1 PARTITION OF u FOR VALUES IN ('1');
CREATE UNIQUE INDEX u_pkey ON u (foo, id);
ALTER TABLE u_1 ADD CONSTRAINT u_1_pkey PRIMARY KEY USING INDEX u_1_foo_id_idx;
