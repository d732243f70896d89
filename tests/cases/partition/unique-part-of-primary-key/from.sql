-- a partitioned table takes a unique key of its partition for its primary key: which of the two it is differs
CREATE TABLE t (id integer NOT NULL, a integer NOT NULL) PARTITION BY HASH (id);
CREATE TABLE part PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0) PARTITION BY HASH (id);
CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE other PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE part ADD CONSTRAINT ident PRIMARY KEY (id);
ALTER TABLE t ADD CONSTRAINT t_ident PRIMARY KEY (id);
ALTER TABLE t ADD CONSTRAINT t_once UNIQUE (id);

-- the parts stay, and the name of the one is that of the other, which is of another kind
CREATE TABLE s (id integer NOT NULL, a integer NOT NULL) PARTITION BY LIST (id);
CREATE TABLE s_1 PARTITION OF s FOR VALUES IN (1);
ALTER TABLE s_1 ADD CONSTRAINT tag PRIMARY KEY (id);
ALTER TABLE s ADD CONSTRAINT s_ident PRIMARY KEY (id);
ALTER TABLE s ADD CONSTRAINT s_once UNIQUE (id, a);
