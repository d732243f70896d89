CREATE TABLE t (a int, b int);
CREATE TABLE heir () INHERITS (t);
