-- Attributes of stand-alone composite types.
select a.attrelid                                                    as oid,
       a.attrelid                                                    as parent,
       a.attname                                                     as name,
       a.attnum                                                      as position,
       pg_catalog.format_type(a.atttypid, a.atttypmod)               as type,
       case when a.attcollation <> t.typcollation then (
           select case when cn.nspname = 'pg_catalog' then '' else quote_ident(cn.nspname) || '.' end
                  || quote_ident(co.collname)
           from pg_catalog.pg_collation co
               join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
           where co.oid = a.attcollation
       ) end                                                         as collation
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'c'
  and a.attnum > 0
  and not a.attisdropped
