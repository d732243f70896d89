-- of two keys that fit the foreign key has the older one, so that the other may go: in the proof, too
CREATE TABLE a (k integer, c integer);
CREATE UNIQUE INDEX older ON a (k);
ALTER TABLE a ADD CONSTRAINT a_pkey PRIMARY KEY (k) INCLUDE (c);
CREATE TABLE b (k integer REFERENCES a (k));
