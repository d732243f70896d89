CREATE TABLE t (a integer, b integer DEFAULT 1);
CREATE DOMAIN d AS t;
CREATE TABLE h (r d[]);
