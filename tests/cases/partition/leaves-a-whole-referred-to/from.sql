create table p (id integer, k integer, constraint p_pkey primary key (id)) partition by list (id);
create table p1 partition of p for values in (1, 2, 3);
alter table p add constraint fk foreign key (k) references p (id);
alter table p add constraint fk_gone foreign key (id) references p (id);
create table x (k integer, constraint x_fk foreign key (k) references p (id));
