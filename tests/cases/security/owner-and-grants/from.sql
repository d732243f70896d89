create role case_owner_one; create role case_owner_two; create role case_owner_reader;
-- granted to the one who becomes the owner: with the option, on a column, and together with what others have
create schema option authorization case_owner_one;
grant create on schema option to case_owner_two with grant option;
create schema s;
create table s.new_owner (id integer, a text, b text);
alter table s.new_owner owner to case_owner_one;
grant select (a) on s.new_owner to case_owner_two;
grant select (b) on s.new_owner to case_owner_two, case_owner_reader with grant option;
grant update on s.new_owner to case_owner_two with grant option;
-- the same lists, but that the owner is another
create table s.exchanged (id integer, a text);
alter table s.exchanged owner to case_owner_one;
grant all on s.exchanged to case_owner_two;
grant select (a) on s.exchanged to case_owner_one, case_owner_two;
create function s.f() returns integer language sql as 'select 1';
alter function s.f() owner to case_owner_one;
grant execute on function s.f() to case_owner_two with grant option;
create table s.kept (id integer, a text);
alter table s.kept owner to case_owner_one;
grant select (a) on s.kept to case_owner_two;
create table s.counted (id bigint generated always as identity, n serial);
alter table s.counted owner to case_owner_one;
grant usage on sequence s.counted_id_seq, s.counted_n_seq to case_owner_two with grant option;
