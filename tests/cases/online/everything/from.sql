CREATE DOMAIN amount AS integer;
CREATE TABLE users (id bigint NOT NULL, email text, name text, phone text, total amount, boss bigint);
CREATE INDEX users_name ON users (name);
CREATE INDEX users_phone ON users (phone);
CREATE TABLE orders (id bigint, user_id bigint, code text, "Upper ""Case" text);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM users;
