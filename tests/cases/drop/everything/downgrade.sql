CREATE SCHEMA s;

CREATE TYPE s.e AS ENUM ('a');

CREATE SEQUENCE s.t_id_seq AS integer;

CREATE TABLE s.t (
    id integer DEFAULT nextval('s.t_id_seq'::regclass) NOT NULL,
    e s.e DEFAULT 'a'::s.e,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION s.f() RETURNS SETOF s.t
    LANGUAGE sql
    AS $$select * from s.t$$;

ALTER SEQUENCE s.t_id_seq OWNED BY s.t.id;

CREATE VIEW s.v AS
SELECT t.id,
    t.e
   FROM s.t;

CREATE MATERIALIZED VIEW s.m AS
SELECT v.id,
    v.e
   FROM s.v
WITH DATA;
