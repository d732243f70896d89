create table notes (id bigint generated always as identity primary key, author name not null);
create table people (name name primary key, admin boolean not null);
create policy admins on notes as restrictive for select to postgres using (author in (select name from people where admin));
create policy own on notes using (author = current_user);
alter table notes enable row level security;
