CREATE TABLE t (id integer, k bigint NOT NULL, PRIMARY KEY (id)) PARTITION BY RANGE (id);
