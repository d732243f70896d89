CREATE TABLE t (a integer, c numeric);
CREATE DOMAIN d AS t;
CREATE TABLE h (id integer PRIMARY KEY, r d[] DEFAULT '{}', s t);
CREATE INDEX h_s ON h (s);
