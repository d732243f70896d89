create table x (a integer, b integer, unique (a, b)) partition by list (a);
create table x1 partition of x for values in (1);
create table y (a integer, b integer, unique (a, b)) partition by list (a);
create table y1 partition of y for values in (1);
alter table y add constraint y_x foreign key (a, b) references x (a, b);
alter table x add constraint x_y foreign key (a, b) references y (a, b);
