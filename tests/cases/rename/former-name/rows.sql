insert into a values (1, 'one');
insert into t values (7, 'b');
