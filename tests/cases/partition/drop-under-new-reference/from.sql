create table p (id integer, k integer, constraint p_pkey primary key (id)) partition by range (id);
alter table p add constraint p_id_key unique (id);
create table p1 partition of p for values from (1) to (3) partition by hash (id);
alter table p add constraint fk foreign key (k) references p (id);
alter table p add constraint fk2 foreign key (id) references p (id);
