create type word;
create function word_in(cstring) returns word language internal immutable strict as 'int4in';
create function word_out(word) returns cstring language internal immutable strict as 'int4out';
create type word (input = word_in, output = word_out, like = integer);
create table t (id word);
