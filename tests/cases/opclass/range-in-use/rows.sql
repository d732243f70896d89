insert into t values (1, '[a,bb]'), (2, null);
