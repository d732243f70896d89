create table t (id serial primary key, n bigserial, d smallserial);
alter sequence t_n_seq increment 5 start 100;
alter sequence t_d_seq increment -1 minvalue -32768 maxvalue -1 start -1 restart -1;
create table plain (id serial primary key, "odd ""name" bigint not null generated always as identity);
