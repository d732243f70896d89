create table states (id integer, state text);
create view shown as select id, state from states;
create function shown_only() returns setof shown language sql stable as 'select * from shown';
create or replace view shown as select id, state from shown_only();
create view said as select id from states;
create function said_only() returns setof said language sql stable as 'select * from said';
create or replace view said as select id from said_only();
create view becomes as select id, state from states;
