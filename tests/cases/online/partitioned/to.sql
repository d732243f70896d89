CREATE TABLE o (id int PRIMARY KEY, CHECK (id > 0));
CREATE TABLE child (own text NOT NULL) INHERITS (o);
CREATE TABLE t (id int NOT NULL, foo text NOT NULL, other int, PRIMARY KEY (id), CHECK (foo <> ''), FOREIGN KEY (other) REFERENCES o) PARTITION BY LIST (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE INDEX t_foo ON t (foo);
CREATE INDEX t_1_other ON t_1 (other);
CREATE TABLE p (id int NOT NULL, foo text, FOREIGN KEY (id) REFERENCES t (id));
