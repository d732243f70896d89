-- a column of rows of a table that changes gets another type: text meanwhile, by a statement of its own
CREATE TABLE r (id integer, a name[] DEFAULT '{}');
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN d AS span DEFAULT NULL::span;
CREATE TABLE t (c d);
