create table n (id integer, k integer, constraint n_pkey primary key (id)) partition by list (id);
create table p1 (id integer not null, k integer);
alter table p1 add constraint p1_pkey primary key (id);
alter table n attach partition p1 for values in (1, 2, 3);
alter table n add constraint fk foreign key (k) references n (id);
create table x (k integer);
