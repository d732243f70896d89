create extension btree_gist;
create table plain2 (a int primary key);
create table room (id int, during daterange, name text, constraint room_pkey primary key (id, during without overlaps), constraint room_name unique (name, during without overlaps));
create table rent (id int, room int, during daterange, constraint rent_room_fkey foreign key (room, period during) references room);
create table plain (id int, during daterange not null, constraint plain_id_during_key unique (id, during without overlaps));
create table more (room int, during daterange, constraint more_room_fkey foreign key (room, period during) references room (id, period during) not enforced, "period" int, unique ("period"), foreign key ("period") references plain2 (a));
comment on constraint room_name on room is 'one name at a time';
