insert into p values (1); insert into a values (1, 1, 1, 1);
