create table items (id integer, name text);
create view w as select id from items;
create function of_w() returns bigint language sql stable begin atomic select count(*) from w; end;
create or replace view w as select id from items where of_w() > 0;
