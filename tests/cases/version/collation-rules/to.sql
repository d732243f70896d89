create collation ruled (provider = icu, locale = 'und', rules = '&V << w <<< W & a < g');
create collation plain (provider = icu, locale = 'de', deterministic = false, rules = '& a < x');
create collation fresh (provider = icu, locale = 'fr', rules = '& b < c');
comment on collation fresh is 'with rules';
create table t (a text collate ruled, b text collate plain, c text collate fresh);
create index t_a on t (a);
