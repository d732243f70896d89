create table t (id integer, n numeric) with (fillfactor = 60, toast.autovacuum_enabled = false);
create table u (id integer, t text) with (fillfactor = 50, toast.autovacuum_enabled = false);
create table v (id integer, t text) with (toast.autovacuum_enabled = true);
create table w (id integer, t text) with (fillfactor = 60);
