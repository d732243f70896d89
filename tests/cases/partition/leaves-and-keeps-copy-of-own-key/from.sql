create table whole (id integer, part integer, above integer, above_part integer, primary key (id, part)) partition by range (id);
alter table whole add constraint refers foreign key (above, above_part) references whole (id, part);
create table half partition of whole for values from (0) to (10) partition by range (part);
create table quarter partition of half for values from (0) to (10);
create table eighth partition of half for values from (10) to (20);
