CREATE TABLE t (id int NOT NULL, foo text, other int) PARTITION BY LIST (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE child (own text) INHERITS (o);
CREATE TABLE p (id int, foo text);
