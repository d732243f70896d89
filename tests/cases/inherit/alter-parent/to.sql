create table a (id bigint not null, name varchar(40) default 'y', fresh date default '2024-01-01', constraint k check (id > 1), constraint k2 check (name <> ''));
create table c (extra integer) inherits (a);
create table d (name varchar(40), old integer) inherits (a);
alter table only c alter name set default 'c', alter fresh set default '2025-01-01';
alter table only d alter fresh drop default;
create view v as select id, name from c;
