-- Columns of views and materialized views of which something is said: a comment, a default, privileges.
select a.attrelid                                                    as oid,
       a.attrelid                                                    as parent,
       a.attname                                                     as name,
       a.attnum                                                      as position,
       pg_catalog.pg_get_expr(ad.adbin, 0, false)                    as "default"
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    left join pg_catalog.pg_description d
        on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
    left join pg_catalog.pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('v', 'm')
  and a.attnum > 0
  and (d.objoid is not null or ad.oid is not null or a.attacl is not null)
