insert into t values (1, 'ä', '{ö}');
insert into u values ('z');
