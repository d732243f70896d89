create schema other;
create type other.term;
create function word_in(cstring) returns other.term language internal immutable strict as 'int4in';
create function word_out(other.term) returns cstring language internal immutable strict as 'int4out';
create type other.term (input = word_in, output = word_out, like = integer);
create table t (id other.term);
