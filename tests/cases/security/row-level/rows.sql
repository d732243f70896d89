insert into kept values (1, 'a', false); insert into toggled values (1, 'a', 'x'), (2, 'b', 'y');
