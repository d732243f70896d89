-- filling a_first runs wrapper(), whose text calls z_helper(), which needs z_first
CREATE TABLE rows (id bigint PRIMARY KEY, code text NOT NULL);
CREATE MATERIALIZED VIEW z_first AS SELECT id, code FROM rows;
CREATE FUNCTION z_helper() RETURNS SETOF z_first LANGUAGE sql STABLE AS 'SELECT * FROM public.z_first';
CREATE FUNCTION wrapper() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM public.z_helper()';
CREATE VIEW bridge AS SELECT wrapper() AS n;
CREATE MATERIALIZED VIEW a_first AS SELECT * FROM bridge;
