create type nothing as enum ();
create type filled as enum ();
create type emptied as enum ('a');
create table t (a nothing);
