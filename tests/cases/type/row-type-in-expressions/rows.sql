insert into t (id, a) values (1, 2), (2, 3);
insert into o values (1);
insert into u values (1);
refresh materialized view m;
