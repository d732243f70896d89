create table t (a integer not null default 5, n bigint, g integer generated always as (a + 1) stored, i bigint generated always as identity (start 5 increment 3), c text collate "C" default 'it''s');
