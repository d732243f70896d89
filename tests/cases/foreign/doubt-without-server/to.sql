create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (a int options (column_name 'A'), b text, constraint a_some check (a in (1, 2))) server s options (table_name 'y');
create view v as select a + 1 as c from f where b <> 'x';
