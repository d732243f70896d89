CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE was (id integer, s state DEFAULT 'open');
CREATE VIEW v AS SELECT s, id FROM was;
