CREATE TABLE t (a integer);
CREATE DOMAIN d AS t;
CREATE TABLE h (r d[]);
