-- the names of parts of indexes that the server made follow, at every depth
CREATE TABLE t (id integer, k bigint) PARTITION BY LIST (id);
CREATE INDEX ON t (k, id);
CREATE TABLE p PARTITION OF t FOR VALUES IN (1, 2) PARTITION BY LIST (id);
CREATE TABLE pp PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE ppp PARTITION OF pp FOR VALUES IN (1);
