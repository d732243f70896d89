create table a (id integer not null, b integer, c integer, d text, constraint a_pkey primary key (id) with (fillfactor = 70),
    constraint a_b unique (b) include (c), constraint late unique (c) deferrable initially deferred,
    constraint a_d unique (d), constraint a_b_c unique (b, c));
create unique index a_low on a (upper(d));
comment on index a_pkey is 'stays';
comment on constraint a_pkey on a is 'new';
alter table a replica identity using index a_pkey;
create table r (id integer references a (id), c integer);
create table "group" (n bigint not null, m integer, constraint g primary key (n));
