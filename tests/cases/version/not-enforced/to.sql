create table p (id int primary key);
create table a (x int constraint a_x_fkey references p, y int constraint y check (y > 0), z int constraint z check (z < 10) not enforced, w int constraint a_w_fkey references p deferrable not enforced);
create table n (x int references p (id) on delete cascade not enforced, constraint c check (x > 1) no inherit not enforced, constraint v check (x > 2));
comment on constraint c on n is 'hint for the planner';
