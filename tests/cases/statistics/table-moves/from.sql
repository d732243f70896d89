create schema one;
create schema two;
create table one.wanders (a integer, b integer);
create statistics one.with_it on a, b from one.wanders;
create statistics two.without on a, b from one.wanders;
