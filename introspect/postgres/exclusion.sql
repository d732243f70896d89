-- Exclusion constraints, with what is said of their indexes. See index.sql for how operator classes and collations are told; these are
-- few, so that the printed definition is always asked.
with key as materialized (
    select con.oid,
           i.indexrelid,
           u.position,
           u.position <= i.indnkeyatts as is_key,
           u.attnum,
           u.option,
           a.attname::text as attname,
           ia.attoptions,
           ia.attstattarget,
           case when u.position = 1 then ' USING ' || quote_ident(am.amname) || ' (' else ', ' end as before,
           case when u.attnum = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, u.position::int, false)
                else quote_ident(a.attname) end as printed,
           case when cn.nspname = 'pg_catalog' then '' else quote_ident(cn.nspname) || '.' end || quote_ident(co.collname) as collation,
           case when n.nspname = 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end || quote_ident(o.opcname) as opclass,
           case when pn.nspname = 'pg_catalog' then op.oprname
                else 'OPERATOR(' || quote_ident(pn.nspname) || '.' || op.oprname || ')' end as operator,
           pg_catalog.pg_get_indexdef(i.indexrelid) as definition
    from pg_catalog.pg_constraint con
        join pg_catalog.pg_index i on i.indexrelid = con.conindid
        join pg_catalog.pg_class ic on ic.oid = i.indexrelid
        join pg_catalog.pg_am am on am.oid = ic.relam
        cross join lateral unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[], con.conexclop)
            with ordinality u (attnum, opclass, "collation", option, operator, position)
        join pg_catalog.pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = u.position
        left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.attnum
        left join pg_catalog.pg_opclass o on o.oid = u.opclass
        left join pg_catalog.pg_namespace n on n.oid = o.opcnamespace
        left join pg_catalog.pg_collation co on co.oid = u."collation"
        left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
        left join pg_catalog.pg_operator op on op.oid = u.operator
        left join pg_catalog.pg_namespace pn on pn.oid = op.oprnamespace
    where con.contype = 'x'
),
given as (
    select k.*,
           case when strpos(k.definition, concat(k.before, k.printed, ' COLLATE ', k.collation)) > 0
                then ' COLLATE ' || k.collation end as collate_clause
    from key k
),
elements as (
    select g.oid,
           '[' || string_agg(concat(
               '{"operator":', to_json(g.operator),
               case
                   when g.attnum <> 0 then ',"column":' || to_json(g.attname)
                   when g.printed like '(%' then ',"expression":' || to_json(substr(g.printed, 2, length(g.printed) - 2))
                   else ',"expression":' || to_json(g.printed)
               end,
               case when g.collate_clause is not null then ',"collation":' || to_json(g.collation) end,
               case when strpos(g.definition, concat(g.before, g.printed, g.collate_clause, ' ', g.opclass)) > 0
                    then ',"opclass":' || to_json(g.opclass) end,
               case when g.attoptions is not null then ',"opclass_options":' || (
                   select json_object_agg(o.option_name, o.option_value)
                   from pg_catalog.pg_options_to_table(g.attoptions) o
               ) end,
               case when g.option & 1 = 1 then ',"descending":true' end,
               case g.option & 3 when 1 then ',"nulls":"last"' when 2 then ',"nulls":"first"' end,
               case when g.attnum = 0 then ',"statistics":' || nullif(g.attstattarget, -1) end,
               '}'), ',' order by g.position) filter (where g.is_key) || ']' as elements,
           json_agg(g.attname order by g.position) filter (where not g.is_key) as include
    from given g
    group by g.oid
)
select con.oid,
       con.conrelid                                                  as parent,
       con.conname                                                   as name,
       null                                                          as position,
       am.amname                                                     as method,
       e.elements,
       e.include,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid, false)          as "where",
       con.condeferrable                                             as deferrable,
       con.condeferred                                               as initially_deferred,
       case when ic.reloptions is not null then (
           select json_object_agg(o.option_name, o.option_value)
           from pg_catalog.pg_options_to_table(ic.reloptions) o
       ) end                                                         as "with",
       ts.spcname                                                    as tablespace,
       ix.description                                                as index_comment,
       up.relname                                                    as attached_to
from pg_catalog.pg_constraint con
    join pg_catalog.pg_class c on c.oid = con.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_index i on i.indexrelid = con.conindid
    join pg_catalog.pg_class ic on ic.oid = con.conindid
    join pg_catalog.pg_am am on am.oid = ic.relam
    join elements e on e.oid = con.oid
    left join pg_catalog.pg_tablespace ts on ts.oid = ic.reltablespace
    left join pg_catalog.pg_description ix
        on ix.objoid = con.conindid and ix.classoid = 'pg_catalog.pg_class'::regclass and ix.objsubid = 0
    left join pg_catalog.pg_inherits h on h.inhrelid = con.conindid
    left join pg_catalog.pg_class up on up.oid = h.inhparent
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p')
  and con.contype = 'x'
