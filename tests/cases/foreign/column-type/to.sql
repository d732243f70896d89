CREATE FOREIGN DATA WRAPPER stub;
CREATE SERVER away FOREIGN DATA WRAPPER stub;
CREATE FOREIGN TABLE there (id bigint, name character varying(20), deleted numeric(1,0)) SERVER away;
