-- foreign keys in a circle, of partitioned tables and of their partitions
CREATE TABLE a (id int, foo text, PRIMARY KEY (foo, id)) PARTITION BY LIST (foo);
CREATE TABLE b (id int, foo text, PRIMARY KEY (foo, id)) PARTITION BY LIST (foo);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (foo, id) REFERENCES b;
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (foo, id) REFERENCES a;
