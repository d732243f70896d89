create table items (id integer, name text);
-- goes
create view gone as select 1 as a;
create or replace view gone as select * from gone;
-- another column is in its way: made again
create view wider as select id, name from items;
create or replace view wider as select i.id, w.name from items i left join wider w on true;
