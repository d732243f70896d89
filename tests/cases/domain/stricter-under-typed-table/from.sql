create domain d as numeric(10,2);
create table u (x d not null);
create type c as (f timestamp[], a d);
create table t of c;
