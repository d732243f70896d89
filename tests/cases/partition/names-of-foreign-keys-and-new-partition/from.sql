-- two foreign keys by the usual names; a new partition would bring one that takes the name of the second
CREATE TABLE t (id integer, k integer);
