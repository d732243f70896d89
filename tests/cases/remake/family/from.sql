-- the heir has it for its second parent
CREATE TABLE other (c int);
CREATE TABLE t (a int, b int);
CREATE TABLE heir () INHERITS (other, t);
