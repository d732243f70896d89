-- A check or foreign key that was checked becomes one that was not only by being made anew; comments come again, those of children too.
CREATE DOMAIN d AS text;
ALTER DOMAIN d ADD CONSTRAINT dchk4 CHECK (length(VALUE) < 100);
COMMENT ON CONSTRAINT dchk4 ON DOMAIN d IS 'kept';
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE orders (user_id integer CONSTRAINT orders_users REFERENCES users);
COMMENT ON CONSTRAINT orders_users ON orders IS 'kept';
CREATE TABLE p (id integer, CONSTRAINT pc CHECK (id > 0)) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
COMMENT ON CONSTRAINT pc ON p IS 'p';
COMMENT ON CONSTRAINT pc ON p1 IS 'p1';
CREATE TABLE other (n integer, CONSTRAINT large CHECK (n > 5));
CREATE TABLE below () INHERITS (other);
CREATE TABLE deep () INHERITS (below);
COMMENT ON CONSTRAINT large ON other IS 'above';
COMMENT ON CONSTRAINT large ON below IS 'below';
COMMENT ON CONSTRAINT large ON deep IS 'before';
