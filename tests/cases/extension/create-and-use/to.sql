create extension citext;
create extension hstore;
create table t (a citext primary key, b hstore default 'a=>1', c citext[]);
create index on t using gin (b);
