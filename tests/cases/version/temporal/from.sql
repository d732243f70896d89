create extension btree_gist;
create table room (id int, during daterange, name text, constraint room_pkey primary key (id, during without overlaps));
create table rent (id int, room int, during daterange, constraint rent_room_fkey foreign key (room, period during) references room (id, period during));
create table plain (id int, during daterange not null, unique (id, during));
