insert into a.t values (1, 2);
insert into a.p values (1);
