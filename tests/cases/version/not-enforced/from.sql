create table p (id int primary key);
create table a (x int constraint a_x_fkey references p not enforced, y int constraint y check (y > 0) not enforced, z int, w int constraint a_w_fkey references p deferrable);
create table gone (x int references p (id) on delete cascade not enforced);
