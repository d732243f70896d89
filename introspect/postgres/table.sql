-- Tables: ordinary, partitioned and foreign ones.
select c.oid,
       n.nspname                                  as schema,
       c.relname                                  as name,
       pg_catalog.pg_get_userbyid(c.relowner)     as owner,
       case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as partition_by,
       case when c.relispartition then h.parents[1] end as partition_of,
       pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bounds,
       case when not c.relispartition and h.parents is not null then (
           select json_agg(json_build_object('parent', p.parent) order by p.position)
           from unnest(h.parents) with ordinality p (parent, position)
       ) end                                      as inherits,
       case when c.reloftype <> 0 then (
           select quote_ident(tn.nspname) || '.' || quote_ident(t.typname)
           from pg_catalog.pg_type t
               join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
           where t.oid = c.reloftype
       ) end                                      as of_type,
       c.relpersistence = 'u'                     as unlogged,
       nullif(am.amname, 'heap')                  as access_method,
       ts.spcname                                 as tablespace,
       case when c.reloptions is not null or toast.reloptions is not null then (
           select json_object_agg(o.name, o.value)
           from (
               select option_name as name, coalesce(option_value, '') as value
               from pg_catalog.pg_options_to_table(c.reloptions)
               union all
               select 'toast.' || option_name, coalesce(option_value, '')
               from pg_catalog.pg_options_to_table(toast.reloptions)
           ) o
       ) end                                      as "with",
       case case when c.relkind = 'f' then 'd' else c.relreplident end
           when 'd' then 'default'
           when 'f' then 'full'
           when 'n' then 'nothing'
           when 'i' then 'index'
       end                                        as replica_identity,
       i.replica_index,
       i.cluster_on,
       c.relrowsecurity                           as row_security,
       c.relforcerowsecurity                      as force_row_security,
       states.of_triggers                         as trigger_states,
       fs.srvname                                 as server,
       (select json_object_agg(o.option_name, coalesce(o.option_value, ''))
        from pg_catalog.pg_options_to_table(ft.ftoptions) o
        where o.option_name !~* current_setting('kedge.secret')) as options
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_am am on am.oid = c.relam
    left join pg_catalog.pg_tablespace ts on ts.oid = c.reltablespace
    left join pg_catalog.pg_class toast on toast.oid = c.reltoastrelid
    left join pg_catalog.pg_foreign_table ft on ft.ftrelid = c.oid
    left join pg_catalog.pg_foreign_server fs on fs.oid = ft.ftserver
    left join (
        select x.indrelid,
               max(ic.relname) filter (where x.indisreplident) as replica_index,
               max(ic.relname) filter (where x.indisclustered) as cluster_on
        from pg_catalog.pg_index x
            join pg_catalog.pg_class ic on ic.oid = x.indexrelid
        where x.indisreplident or x.indisclustered
        group by x.indrelid
    ) i on i.indrelid = c.oid
    left join (
        select h.inhrelid, array_agg(quote_ident(pn.nspname) || '.' || quote_ident(p.relname) order by h.inhseqno) as parents
        from pg_catalog.pg_inherits h
            join pg_catalog.pg_class p on p.oid = h.inhparent
            join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
        where p.relkind in ('r', 'p', 'f')
        group by h.inhrelid
    ) h on h.inhrelid = c.oid
    -- triggers of the partitioned table that are on or off otherwise in this partition
    left join (
        select t.tgrelid,
               json_object_agg(t.tgname, case t.tgenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica'
                                                          when 'A' then 'always' end order by t.tgname) as of_triggers
        from pg_catalog.pg_trigger t
            join pg_catalog.pg_trigger up on up.oid = t.tgparentid
            left join pg_catalog.pg_constraint x on x.oid = t.tgconstraint
        where t.tgenabled <> up.tgenabled
          and coalesce(x.contype, 't') = 't'
        group by t.tgrelid
    ) states on states.tgrelid = c.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p', 'f')
