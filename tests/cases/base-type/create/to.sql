create schema "Odd one";
-- by value, with everything that can be said
create type word;
create function word_in(cstring) returns word language internal immutable strict as 'int4in';
create function word_out(word) returns cstring language internal immutable strict as 'int4out';
create function word_recv(internal) returns word language internal immutable strict as 'int4recv';
create function word_send(word) returns bytea language internal immutable strict as 'int4send';
create type word (input = word_in, output = word_out, receive = word_recv, send = word_send, internallength = 4, passedbyvalue, alignment = int4,
    storage = plain, category = 'W', preferred = true, default = '42', delimiter = ';');
comment on type word is 'four bytes';
-- variable, with modifiers, collation and its own statistics
create type "Odd one"."Text";
create function "Odd one"."Text in"(cstring) returns "Odd one"."Text" language internal immutable strict as 'textin';
create function "Odd one"."Text out"("Odd one"."Text") returns cstring language internal immutable strict as 'textout';
create function "Odd one".mod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
create function "Odd one".mod_out(integer) returns cstring language internal immutable strict as 'varchartypmodout';
create function "Odd one".analyze(internal) returns boolean language internal strict as 'array_typanalyze';
create type "Odd one"."Text" (input = "Odd one"."Text in", output = "Odd one"."Text out", typmod_in = "Odd one".mod_in, typmod_out = "Odd one".mod_out,
    analyze = "Odd one".analyze, storage = external, alignment = int4, collatable = true);
-- an array of fixed length
create type pair;
create function pair_in(cstring) returns pair language internal immutable strict as 'point_in';
create function pair_out(pair) returns cstring language internal immutable strict as 'point_out';
create type pair (input = pair_in, output = pair_out, internallength = 16, element = float8, alignment = double);
-- two types whose functions want each other's
create type one;
create type two;
create function one_in(cstring) returns one language internal immutable strict as 'int4in';
create function one_out(one) returns cstring language internal immutable strict as 'int4out';
create function two_in(cstring) returns two language internal immutable strict as 'int4in';
create function two_out(two) returns cstring language internal immutable strict as 'int4out';
create type one (input = one_in, output = one_out, like = integer);
create type two (input = two_in, output = two_out, like = integer);
create function to_two(one) returns two language internal immutable strict as 'int4up';
create function to_one(two) returns one language internal immutable strict as 'int4up';
create cast (one as two) with function to_two(one) as implicit;
create cast (integer as word) without function;
-- used
create function word_lt(word, word) returns boolean language internal immutable strict as 'int4lt';
create function word_le(word, word) returns boolean language internal immutable strict as 'int4le';
create function word_eq(word, word) returns boolean language internal immutable strict as 'int4eq';
create function word_ge(word, word) returns boolean language internal immutable strict as 'int4ge';
create function word_gt(word, word) returns boolean language internal immutable strict as 'int4gt';
create function word_cmp(word, word) returns integer language internal immutable strict as 'btint4cmp';
create operator < (function = word_lt, leftarg = word, rightarg = word, commutator = >, negator = >=);
create operator <= (function = word_le, leftarg = word, rightarg = word, commutator = >=, negator = >);
create operator = (function = word_eq, leftarg = word, rightarg = word, commutator = =, merges, restrict = eqsel, join = eqjoinsel);
create operator >= (function = word_ge, leftarg = word, rightarg = word, commutator = <=, negator = <);
create operator > (function = word_gt, leftarg = word, rightarg = word, commutator = <, negator = <=);
create operator class word_ops default for type word using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 word_cmp(word, word);
create domain small_word as word check (value > '0'::word);
create type words as (first word, rest word[]);
create type word_range as range (subtype = word);
create table t (id word primary key default '7', small small_word, list word[], text "Odd one"."Text", named "Odd one"."Text"(10), p pair, two words, r word_range);
create index t_small on t (small);
create view v as select id, array_agg(small) as small from t group by id order by id;
