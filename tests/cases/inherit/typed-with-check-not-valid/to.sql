create type pair as (b text, a2 integer);
create table pairs of pair;
alter table pairs add constraint said check (b <> '') not valid;
