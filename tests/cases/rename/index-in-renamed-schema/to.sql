CREATE SCHEMA new;
CREATE SCHEMA third;
CREATE TABLE new.stays (id integer, a text);
CREATE INDEX stays_idx ON new.stays (a);
CREATE TABLE third.leaves (id integer);
