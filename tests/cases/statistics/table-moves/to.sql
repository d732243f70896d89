create schema one;
create schema two;
create table two.moved (a integer, b integer);
create statistics two.with_it on a, b from two.moved;
create statistics two.without on a, b from two.moved;
