-- Columns of tables, and attributes of stand-alone composite types.
select a.attrelid                                                    as oid,
       case c.relkind when 'c' then 'attribute' else 'column' end    as kind,
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
       ) end                                                         as collation,
       a.attnotnull                                                  as not_null,
       nn.conname                                                    as not_null_name, --@ since 180000 : nn.conname : null
       nn.conislocal                                                 as not_null_local, --@ since 180000 : nn.conislocal : false
       nn.connoinherit                                               as not_null_no_inherit, --@ since 180000 : nn.connoinherit : false
       not nn.convalidated                                           as not_null_not_valid, --@ since 180000 : not nn.convalidated : false
       nd.description                                                as not_null_comment, --@ since 180000 : nd.description : null
       -- a default has no columns in it: without the relation it is not opened
       case when a.attgenerated = '' then pg_catalog.pg_get_expr(ad.adbin, 0, false) end as "default",
       case when a.attgenerated <> '' then pg_catalog.pg_get_expr(ad.adbin, ad.adrelid, false) end as generated,
       a.attgenerated = 'v'                                          as virtual,
       '{"generation":' || case a.attidentity when 'a' then '"always"' when 'd' then '"by default"' end
           || s.rest || '}'                                          as identity,
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
       ) end                                                         as options,
       case when a.attfdwoptions is not null then (
           select json_object_agg(o.option_name, coalesce(o.option_value, ''))
           from pg_catalog.pg_options_to_table(a.attfdwoptions) o
           where o.option_name !~* current_setting('kedge.secret')
       ) end                                                         as foreign_options,
       not a.attislocal                                              as inherited
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_constraint nn on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum --@ since 180000 : left join pg_catalog.pg_constraint nn on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum :
    left join pg_catalog.pg_description nd on nd.objoid = nn.oid and nd.classoid = 'pg_catalog.pg_constraint'::regclass --@ since 180000 : left join pg_catalog.pg_description nd on nd.objoid = nn.oid and nd.classoid = 'pg_catalog.pg_constraint'::regclass :
    left join pg_catalog.pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
    left join (
        select e.refobjid,
               e.refobjsubid,
               concat(',"sequence":', to_json(sc.relname::text),
                      ',"start":' || nullif(q.seqstart, case when q.seqincrement > 0 then q.seqmin else q.seqmax end),
                      ',"increment":' || nullif(q.seqincrement, 1),
                      ',"min":' || nullif(q.seqmin, case
                                                        when q.seqincrement > 0 then 1
                                                        when q.seqtypid = 'pg_catalog.int2'::regtype then -32768
                                                        when q.seqtypid = 'pg_catalog.int4'::regtype then -2147483648
                                                        else -9223372036854775808
                                                    end),
                      ',"max":' || nullif(q.seqmax, case
                                                        when q.seqincrement < 0 then -1
                                                        when q.seqtypid = 'pg_catalog.int2'::regtype then 32767
                                                        when q.seqtypid = 'pg_catalog.int4'::regtype then 2147483647
                                                        else 9223372036854775807
                                                    end),
                      ',"cache":' || nullif(q.seqcache, 1),
                      case when q.seqcycle then ',"cycle":true' end,
                      case when sc.relpersistence <> tc.relpersistence then ',"persistence":"' || case sc.relpersistence when 'u' then 'unlogged' else 'logged' end || '"' end) as rest --@ since 150000 : case when sc.relpersistence <> tc.relpersistence then ',"persistence":"' || case sc.relpersistence when 'u' then 'unlogged' else 'logged' end || '"' end : null
        from pg_catalog.pg_depend e
            join pg_catalog.pg_sequence q on q.seqrelid = e.objid
            join pg_catalog.pg_class sc on sc.oid = e.objid
            join pg_catalog.pg_class tc on tc.oid = e.refobjid
        where e.classid = 'pg_catalog.pg_class'::regclass
          and e.refclassid = 'pg_catalog.pg_class'::regclass
          and e.deptype = 'i'
    ) s on s.refobjid = a.attrelid and s.refobjsubid = a.attnum
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p', 'f', 'c')
  and a.attnum > 0
  and not a.attisdropped
