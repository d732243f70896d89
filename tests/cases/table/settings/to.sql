create unlogged table t (a integer, b text) with (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false);
alter table t add constraint k primary key (a);
alter table t replica identity using index k;
alter table t cluster on k;
alter table t alter b set storage external, alter b set statistics 50, alter b set (n_distinct = -0.5), alter b set compression pglz;
comment on table t is 'it''s -- a ; table
of two lines';
comment on column t.b is 'b';
comment on constraint k on t is 'k';
