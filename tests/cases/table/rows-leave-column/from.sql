CREATE TABLE t (a integer);
CREATE TABLE goes (r t);
CREATE TABLE h (id integer, gone t, other t);
CREATE TABLE comes (id integer);
