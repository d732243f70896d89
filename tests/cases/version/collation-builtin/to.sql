create collation moves (provider = builtin, locale = 'C.UTF-8');
create collation from_libc (provider = builtin, locale = 'C');
create collation fresh (provider = builtin, locale = 'C.UTF8');
create table t (a text collate moves, b text collate from_libc, c text collate fresh);
create index t_a on t (a);
create index t_c on t (lower(c));
