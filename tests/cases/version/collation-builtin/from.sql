create collation moves (provider = builtin, locale = 'C');
create collation from_libc (provider = libc, locale = 'C');
create collation gone (provider = builtin, locale = 'C.UTF-8');
create table t (a text collate moves, b text collate from_libc, c text);
create index t_a on t (a);
