CREATE TABLE t (id integer, k bigint NOT NULL) PARTITION BY RANGE (id);
