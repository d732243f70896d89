create extension btree_gist;
create table r (room integer, during tstzrange, constraint no_overlap exclude using gist (room with =, during with &&) where (room > 0) deferrable);
