create type word;
create function word_in(cstring) returns word language internal immutable strict as 'int4in';
create function word_out(word) returns cstring language internal immutable strict as 'int4out';
create type word (input = word_in, output = word_out, like = integer);
comment on type word is 'a word';
create function same(word) returns word language sql immutable as 'select $1';
create table t (id integer);
create view v as select id, same('1') as one from t;
create cast (integer as word) without function;
