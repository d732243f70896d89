CREATE TYPE state AS ENUM ('new', 'open', 'closed');
CREATE TABLE "is" (id integer, s state DEFAULT 'open');
CREATE VIEW v AS SELECT s, id FROM "is";
