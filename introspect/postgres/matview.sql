-- Materialized views.
select c.oid,
       n.nspname                                                     as schema,
       c.relname                                                     as name,
       pg_catalog.pg_get_userbyid(c.relowner)                        as owner,
       rtrim(ltrim(pg_catalog.pg_get_viewdef(c.oid, false), ' '), ';') as query,
       not c.relispopulated                                          as unpopulated,
       nullif(am.amname, 'heap')                                     as access_method,
       ts.spcname                                                    as tablespace,
       case when c.reloptions is not null or toast.reloptions is not null then (
           select json_object_agg(o.name, o.value)
           from (
               select option_name as name, coalesce(option_value, '') as value
               from pg_catalog.pg_options_to_table(c.reloptions)
               union all
               select 'toast.' || option_name, coalesce(option_value, '')
               from pg_catalog.pg_options_to_table(toast.reloptions)
           ) o
       ) end                                                         as "with",
       case c.relreplident when 'd' then 'default' when 'f' then 'full' when 'n' then 'nothing' end as replica_identity,
       (select ic.relname
        from pg_catalog.pg_index x
            join pg_catalog.pg_class ic on ic.oid = x.indexrelid
        where x.indrelid = c.oid and x.indisclustered)               as cluster_on,
       goes.names                                                    as depends_on_extensions,
       (select string_agg(concat(quote_ident(a.attname), ' ', pg_catalog.format_type(a.atttypid, a.atttypmod)), e'\n' order by a.attnum)
        from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0)                   as shape
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_am am on am.oid = c.relam
    left join pg_catalog.pg_tablespace ts on ts.oid = c.reltablespace
    left join pg_catalog.pg_class toast on toast.oid = c.reltoastrelid
    left join (
        select d.objid, json_agg(e.extname order by e.extname) as names
        from pg_catalog.pg_depend d
            join pg_catalog.pg_extension e on e.oid = d.refobjid
        where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'x'
        group by d.objid
    ) goes on goes.objid = c.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'm'
