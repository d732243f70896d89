-- a table becomes a partition, and keeps an index that the server would take for the partition's
CREATE TABLE t (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE t_1 (id int, foo text);
CREATE INDEX whole ON t (foo, id);
CREATE INDEX own ON t_1 (foo, id);
-- the same with an index that is new
CREATE TABLE u (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE u_1 PARTITION OF u FOR VALUES IN ('1');
CREATE INDEX u_own ON u_1 (foo, id);
