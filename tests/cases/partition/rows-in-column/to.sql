CREATE TABLE p (a integer, b bigint, c integer DEFAULT 1) PARTITION BY RANGE (a);
CREATE TABLE part PARTITION OF p FOR VALUES FROM (0) TO (9);
CREATE TABLE h (r p);
CREATE TABLE s (r part);
CREATE TABLE q (a integer, c integer DEFAULT 1) PARTITION BY RANGE (a);
CREATE TABLE k (r q);
