create table t (a integer);
create rule tell as on update to t do notify t_changed;
create rule instead_tell as on delete to t do instead notify "T gone";
