insert into stays (a) values (1), (1); insert into gets values (7, 1); insert into loses (a) values (1); insert into joins values (3, 3);
