CREATE SCHEMA old;
CREATE TABLE old.stays (id integer, a text);
CREATE INDEX stays_idx ON old.stays (a) WHERE id > 0;
CREATE TABLE old.leaves (id integer);
