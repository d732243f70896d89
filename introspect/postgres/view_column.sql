-- Columns of views and materialized views of which something is said: a comment, a default, privileges, a label, how they are stored.
select a.attrelid                                                    as oid,
       a.attrelid                                                    as parent,
       a.attname                                                     as name,
       a.attnum                                                      as position,
       pg_catalog.pg_get_expr(ad.adbin, 0, false)                    as "default",
       case when a.attstorage <> t.typstorage then
           case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' when 'm' then 'main' end
       end                                                           as storage,
       case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression, --@ since 140000 : case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end : null
       nullif(a.attstattarget, -1)                                   as statistics,
       -- servers since November 2026 keep a version of their own among the options
       case when cardinality(a.attoptions) > 1 or a.attoptions[1] not like 'pg_attver=%' then (
           select json_object_agg(o.option_name, o.option_value)
           from pg_catalog.pg_options_to_table(a.attoptions) o
           where o.option_name <> 'pg_attver'
       ) end                                                         as options
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_description d
        on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
    left join pg_catalog.pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('v', 'm')
  and a.attnum > 0
  and (d.objoid is not null or ad.oid is not null or a.attacl is not null
       or exists (select from pg_catalog.pg_seclabel l
                  where l.objoid = a.attrelid and l.classoid = 'pg_catalog.pg_class'::regclass and l.objsubid = a.attnum)
       or c.relkind = 'm' and (a.attstorage <> t.typstorage
                               or a.attcompression <> '' --@ since 140000 : or a.attcompression <> '' :
                               or a.attstattarget >= 0
                               or cardinality(a.attoptions) > 1 or a.attoptions[1] not like 'pg_attver=%'))
