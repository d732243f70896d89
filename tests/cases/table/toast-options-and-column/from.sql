create table t (id integer, n bigint) with (fillfactor = 50);
create table u (id integer) with (fillfactor = 50);
create table v (id integer, t text) with (toast.autovacuum_enabled = false);
create table w (id integer, t text) with (toast.autovacuum_enabled = true);
