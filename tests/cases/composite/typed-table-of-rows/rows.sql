insert into t values ('a', 1);
insert into typed values (row('a', 1), 2);
