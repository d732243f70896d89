CREATE DOMAIN amount AS integer CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE users (id bigint NOT NULL, email text NOT NULL, name text, phone text, total amount, boss bigint,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email UNIQUE (email) INCLUDE (name) WITH (fillfactor=70) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT users_boss FOREIGN KEY (boss) REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT users_total CHECK (total < 1000));
CREATE INDEX users_name ON users (lower(name)) WHERE phone IS NOT NULL;
CREATE TABLE orders (id bigint NOT NULL, user_id bigint, code text, "Upper ""Case" text NOT NULL,
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT orders_code CHECK (code <> '') NOT VALID);
CREATE UNIQUE INDEX orders_code_idx ON orders USING btree (code);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM users;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE TABLE fresh (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id), CHECK (id > 0));
CREATE INDEX fresh_user ON fresh (user_id);
