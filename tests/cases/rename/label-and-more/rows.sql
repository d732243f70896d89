insert into t values (1, 'fine', 'fine');
