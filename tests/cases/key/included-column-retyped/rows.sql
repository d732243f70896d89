insert into a values (1, 2); insert into stays values (1);
