insert into two.t values (1, 'x');
insert into two.kept values (2);
insert into two.leaves values (3);
insert into two.x values (4, 'b');
insert into two.y values (5, 'c');
