CREATE TABLE a (k integer, c integer);
CREATE UNIQUE INDEX older ON a (k);
ALTER TABLE a ADD CONSTRAINT a_pkey PRIMARY KEY (k);
CREATE TABLE b (k integer REFERENCES a (k));
