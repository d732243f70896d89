-- Foreign keys.
select con.oid,
       con.conrelid                                                  as parent,
       con.conname                                                   as name,
       null                                                          as position,
       to_json(array(select a.attname
                     from unnest(con.conkey) with ordinality k (attnum, position)
                         join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
                     order by k.position))                           as columns,
       quote_ident(rn.nspname) || '.' || quote_ident(r.relname)      as "references",
       to_json(array(select a.attname
                     from unnest(con.confkey) with ordinality k (attnum, position)
                         join pg_catalog.pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.attnum
                     order by k.position))                           as referenced,
       case con.confmatchtype when 'f' then 'full' else 'simple' end as match,
       case con.confupdtype
           when 'a' then 'no action'
           when 'r' then 'restrict'
           when 'c' then 'cascade'
           when 'n' then 'set null'
           when 'd' then 'set default'
       end                                                           as on_update,
       case con.confdeltype
           when 'a' then 'no action'
           when 'r' then 'restrict'
           when 'c' then 'cascade'
           when 'n' then 'set null'
           when 'd' then 'set default'
       end                                                           as on_delete,
       case when con.confdelsetcols is not null then --@ since 150000 : con.confdelsetcols is not null : false
           to_json(array(select a.attname
                         from unnest(con.confdelsetcols) with ordinality k (attnum, position) --@ since 150000 : con.confdelsetcols : con.conkey
                             join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
                         order by k.position))
       end                                                           as on_delete_columns,
       con.condeferrable                                             as deferrable,
       con.condeferred                                               as initially_deferred,
       not con.convalidated and con.conenforced                      as not_valid, --@ since 180000 : not con.convalidated and con.conenforced : not con.convalidated
       not con.conenforced                                           as not_enforced, --@ since 180000 : not con.conenforced : false
       con.conperiod                                                 as period, --@ since 180000 : con.conperiod : false
       con.conparentid <> 0                                          as inherited
from pg_catalog.pg_constraint con
    join pg_catalog.pg_class c on c.oid = con.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_class r on r.oid = con.confrelid
    join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
    left join pg_catalog.pg_constraint up on up.oid = con.conparentid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p')
  and con.contype = 'f'
  and con.confrelid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  -- a reference to a partitioned table has one more row for each partition
  and (con.conparentid = 0 or up.confrelid = con.confrelid and up.conrelid <> con.conrelid)
