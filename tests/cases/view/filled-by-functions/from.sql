CREATE TABLE rows (id bigint PRIMARY KEY, code text NOT NULL);
