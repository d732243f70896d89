CREATE SCHEMA "Weird -- schema";

CREATE TYPE "Weird -- schema"."e;" AS ENUM ('a''b', 'c -- d', 'new
line');

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION "Weird -- schema"."f $"("x y" integer) RETURNS text
    LANGUAGE sql
    AS $body$select $$ -- 
; $$::text$body$;

CREATE TABLE "Weird -- schema"."t""q;" (
    "select" integer NOT NULL,
    "a b" text DEFAULT 'it''s
\'::text,
    "ünï" "Weird -- schema"."e;" DEFAULT 'c -- d'::"Weird -- schema"."e;",
    CONSTRAINT "t""q;_pkey" PRIMARY KEY ("select")
);
COMMENT ON TABLE "Weird -- schema"."t""q;" IS '
