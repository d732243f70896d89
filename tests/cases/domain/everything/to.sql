create domain d as integer default 2 not null constraint small check (value < 100);
comment on domain d is 'a d';
create table t (x d);
