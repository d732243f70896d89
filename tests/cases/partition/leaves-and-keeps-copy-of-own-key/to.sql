create table whole (id integer, part integer, above integer, above_part integer, primary key (id, part)) partition by range (id);
alter table whole add constraint refers foreign key (above, above_part) references whole (id, part);
create table half (id integer not null, part integer not null, above integer, above_part integer, constraint half_pkey primary key (id, part)) partition by range (part);
alter table half add constraint refers foreign key (above, above_part) references whole (id, part);
create table quarter partition of half for values from (0) to (10);
create table eighth (id integer not null, part integer not null, above integer, above_part integer, constraint eighth_pkey primary key (id, part));
alter table eighth add constraint refers foreign key (above, above_part) references whole (id, part);
comment on constraint refers on eighth is 'its own';
