insert into t values (1, 2), (3, 4);
insert into o values (1), (2);
insert into u values (1, 'x');
refresh materialized view m;
