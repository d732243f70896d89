insert into t values (1, 'x', '{x,y}', 'x', null, 'one', 'g', '[1,2)', '{[1,2)}');
insert into parted values (1, 'y');
