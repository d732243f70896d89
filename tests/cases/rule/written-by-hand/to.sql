create table t (id integer primary key, a text);
create table log (id integer, what text);
create rule note as on update to t where (new.a <> old.a) do also insert into log (id, what) values (new.id, 'changed');
create rule never as on delete to t do instead nothing;
