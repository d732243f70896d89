CREATE TABLE t (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
CREATE INDEX whole ON t (foo, id);
CREATE INDEX own ON t_1 (foo, id);
CREATE TABLE u (id int, foo text) PARTITION BY LIST (foo);
CREATE TABLE u_1 PARTITION OF u FOR VALUES IN ('1');
CREATE INDEX u_whole ON u (foo, id);
CREATE INDEX u_own ON u_1 (foo, id);
