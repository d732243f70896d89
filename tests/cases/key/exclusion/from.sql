create extension btree_gist;
create table r (room integer, during tstzrange);
