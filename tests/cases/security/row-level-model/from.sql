create table notes (id bigint generated always as identity primary key, author name not null);
create table people (name name primary key, admin boolean not null);
create policy former on notes using (author = current_user);
