CREATE EXTENSION adminpack VERSION '1.0';
CREATE TABLE t (a int, b int);
