select * from old.one, old.two;
