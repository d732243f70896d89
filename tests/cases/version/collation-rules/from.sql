create collation ruled (provider = icu, locale = 'und', rules = '&V << w <<< W');
create collation plain (provider = icu, locale = 'de', deterministic = false);
create collation gone (provider = icu, locale = 'und', rules = '& a < g');
create table t (a text collate ruled, b text collate plain);
create index t_a on t (a);
