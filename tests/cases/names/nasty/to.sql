create schema "Weird -- schema";
create type "Weird -- schema"."e;" as enum ('a''b', 'c -- d', E'new\nline');
create table "Weird -- schema"."t""q;" ("select" integer primary key, "a b" text default E'it''s\n\\', "ünï" "Weird -- schema"."e;" default 'c -- d');
create index "i -- ;" on "Weird -- schema"."t""q;" ("a b");
comment on table "Weird -- schema"."t""q;" is E'-- kedge:downgrade\n; drop table x; $$ */';
create view "Weird -- schema"."v'" as select "a b", "select" from "Weird -- schema"."t""q;";
create function "Weird -- schema"."f $"("x y" integer) returns text language sql as E'select $$ -- \n; $$::text';
create table "Weird -- schema".a234567890123456789012345678901234567890123456789012345678901 (a234567890123456789012345678901234567890123456789012345678901 integer unique, check (a234567890123456789012345678901234567890123456789012345678901 > 0));
