-- Stand-alone composite types. oid is the relation's, as their attributes are columns of it; the rest is said of the type.
select c.oid,
       n.nspname                                  as schema,
       t.typname                                  as name,
       pg_catalog.pg_get_userbyid(t.typowner)     as owner
from pg_catalog.pg_class c
    join pg_catalog.pg_type t on t.oid = c.reltype
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'c'
