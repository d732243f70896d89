-- Primary keys and unique constraints, with what is said of their indexes.
select con.oid,
       case con.contype when 'p' then 'primary key' else 'unique' end as kind,
       con.conrelid                                                  as parent,
       con.conname                                                   as name,
       null                                                          as position,
       to_json(array(select a.attname
                     from unnest(con.conkey) with ordinality k (attnum, position)
                         join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
                     order by k.position))                           as columns,
       case when i.indnatts > i.indnkeyatts then
           to_json(array(select a.attname
                         from unnest(i.indkey::int2[]) with ordinality k (attnum, position)
                             join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
                         where k.position > i.indnkeyatts
                         order by k.position))
       end                                                           as include,
       con.conperiod                                                 as without_overlaps, --@ since 180000 : con.conperiod : false
       i.indnullsnotdistinct                                         as nulls_not_distinct, --@ since 150000 : i.indnullsnotdistinct : false
       con.condeferrable                                             as deferrable,
       con.condeferred                                               as initially_deferred,
       case when ic.reloptions is not null then (
           select json_object_agg(o.option_name, o.option_value)
           from pg_catalog.pg_options_to_table(ic.reloptions) o
       ) end                                                         as "with",
       ts.spcname                                                    as tablespace,
       ix.description                                                as index_comment,
       up.relname                                                    as attached_to,
       not i.indisvalid                                              as only
from pg_catalog.pg_constraint con
    join pg_catalog.pg_class c on c.oid = con.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_index i on i.indexrelid = con.conindid
    join pg_catalog.pg_class ic on ic.oid = con.conindid
    left join pg_catalog.pg_tablespace ts on ts.oid = ic.reltablespace
    left join pg_catalog.pg_description ix
        on ix.objoid = con.conindid and ix.classoid = 'pg_catalog.pg_class'::regclass and ix.objsubid = 0
    left join pg_catalog.pg_inherits h on h.inhrelid = con.conindid
    left join pg_catalog.pg_class up on up.oid = h.inhparent
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p')
  and con.contype in ('p', 'u')
