CREATE FOREIGN DATA WRAPPER stub;
CREATE SERVER away FOREIGN DATA WRAPPER stub;
CREATE FOREIGN TABLE there (id bigint, name character varying(60), deleted boolean) SERVER away;
