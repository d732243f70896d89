create domain d as numeric(10,2);
alter domain d add constraint chk check (value between -5 and 5000);
create table u (x d not null);
create type c as (f timestamp[], a d);
create table t of c;
