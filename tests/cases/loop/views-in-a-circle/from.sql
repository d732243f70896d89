create table items (id integer, name text);
create view a as select id, name from items;
create view b as select id, name from a;
create or replace view a as select b.id, i.name from b join items i on i.id = b.id;
