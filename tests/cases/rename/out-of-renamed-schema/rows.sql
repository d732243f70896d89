insert into one.leaves values (1); insert into one.stays values (1, 2);
