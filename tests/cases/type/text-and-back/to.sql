CREATE TABLE r (k bigint NOT NULL, c integer);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN d AS span DEFAULT NULL::span;
CREATE TABLE t (c r DEFAULT NULL::r);
