-- Columns of views and materialized views of which something is said: a comment.
select a.attrelid                                                    as oid,
       a.attrelid                                                    as parent,
       a.attname                                                     as name,
       a.attnum                                                      as position
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    join pg_catalog.pg_description d
        on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('v', 'm')
  and a.attnum > 0
