insert into other.comes values (1, 'comes');
insert into old.leaves values (2, 'leaves');
insert into old.stays values (3, 2, 1);
insert into old.one values (1);
insert into old.two values (2);
