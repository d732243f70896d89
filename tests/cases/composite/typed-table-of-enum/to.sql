CREATE TYPE e AS ENUM ('b');
CREATE TYPE c AS (x e, n int);
CREATE TABLE t OF c (n DEFAULT 1);
CREATE TABLE other (x e);
