create type nothing as enum ();
create type filled as enum ('a', 'b');
create type emptied as enum ();
create type new as enum ();
create table t (a nothing);
