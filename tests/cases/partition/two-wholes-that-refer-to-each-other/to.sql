create table x (a integer, b integer, unique (a, b));
create table x1 (a integer, b integer, unique (a, b));
create table y (a integer, b integer, unique (a, b));
create table y1 (a integer, b integer, unique (a, b));
alter table y add constraint y_x foreign key (a, b) references x (a, b);
alter table x add constraint x_y foreign key (a, b) references y (a, b);
