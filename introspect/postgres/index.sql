-- Indexes of tables and materialized views; not those behind constraints, nor invalid ones.
--
-- Operator class and collation of a key are given where the server's own deparser prints them. Most keys need no asking: a class that is
-- not a default one or has parameters is always printed, and the default class of exactly the key's type never. For the rest the printed definition decides.
with read as materialized (
    select i.*, c.relname, c.reloptions, c.reltablespace, am.amname
    from pg_catalog.pg_index i
        join pg_catalog.pg_class c on c.oid = i.indexrelid
        join pg_catalog.pg_am am on am.oid = c.relam
        join pg_catalog.pg_class t on t.oid = i.indrelid
        join pg_catalog.pg_namespace n on n.oid = t.relnamespace
    where n.nspname = any (current_setting('kedge.managed')::name[])
      and t.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
      and t.relkind in ('r', 'p', 'm')
      and (i.indisvalid or t.relkind = 'p')
      and i.indislive
      and not exists (select from pg_catalog.pg_constraint con
                      where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
),
-- apart, so that the joins below are made once and not for each index
part as materialized (
    select i.indexrelid, i.indrelid, i.indnkeyatts, i.amname, u.*
    from read i
        cross join lateral unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
            with ordinality u (attnum, opclass, "collation", option, position)
),
key as materialized (
    select u.indexrelid,
           u.position,
           u.position <= u.indnkeyatts as is_key,
           u.attnum,
           u.option,
           a.attname::text as attname,
           o.opcdefault,
           ia.attoptions,
           ia.attstattarget,
           case when u.position = 1 then ' USING ' || quote_ident(u.amname) || ' (' else ', ' end as before,
           case when u.attnum = 0 then pg_catalog.pg_get_indexdef(u.indexrelid, u.position::int, false)
                else quote_ident(a.attname) end as printed,
           -- NULL: certainly not given
           case when u."collation" is distinct from a.attcollation
                     and (u.attnum <> 0 or u."collation" <> 'pg_catalog."default"'::regcollation or mixed.attrelid is not null) then
               case when cn.nspname = 'pg_catalog' then '' else quote_ident(cn.nspname) || '.' end || quote_ident(co.collname)
           end as collation,
           case when not o.opcdefault
                     or ia.attoptions is not null
                     or o.opcintype <> t.oid and (exact.oid is not null
                                                  or not (o.opcintype = 'pg_catalog.text'::regtype and t.oid = 'pg_catalog.varchar'::regtype
                                                          or o.opcintype = 'pg_catalog.anyenum'::regtype and t.typtype = 'e'
                                                          or o.opcintype = 'pg_catalog.anyarray'::regtype and t.typcategory = 'A')) then
               case when n.nspname = 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end || quote_ident(o.opcname)
           end as opclass
    from part u
        -- looked up one by one (offset 0): a hash of all attributes costs more than all keys together
        cross join lateral (
            select x.attoptions, x.attstattarget, x.atttypid
            from pg_catalog.pg_attribute x
            where x.attrelid = u.indexrelid and x.attnum = u.position
            offset 0
        ) ia
        left join lateral (
            select x.attname, x.atttypid, x.attcollation
            from pg_catalog.pg_attribute x
            where x.attrelid = u.indrelid and x.attnum = u.attnum
            offset 0
        ) a on true
        left join pg_catalog.pg_opclass o on o.oid = u.opclass
        left join pg_catalog.pg_namespace n on n.oid = o.opcnamespace
        -- an expression's type is the index column's, unless the class stores another
        left join pg_catalog.pg_type t on t.oid = case when u.attnum <> 0 then a.atttypid when o.opckeytype = 0 then ia.atttypid
                                                       else 'pg_catalog.unknown'::regtype end
        left join pg_catalog.pg_opclass exact on exact.opcmethod = o.opcmethod and exact.opcintype = t.oid and exact.opcdefault
        left join pg_catalog.pg_collation co on co.oid = u."collation"
        left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
        -- tables in which an expression may have another collation than the default one by itself
        left join (
            select distinct m.attrelid
            from pg_catalog.pg_attribute m
            where m.attcollation not in (0, 'pg_catalog."default"'::regcollation) and m.attnum > 0
        ) mixed on mixed.attrelid = u.indrelid and u.attnum = 0
),
asked as materialized (
    select k.*,
           case when k.attnum = 0 and k.collation is not null or k.opcdefault and k.opclass is not null then
               pg_catalog.pg_get_indexdef(k.indexrelid)
           end as definition
    from key k
),
given as (
    select k.*,
           case when k.collation is not null and (k.attnum <> 0 or strpos(k.definition, k.before || k.printed || c.clause) > 0)
                then c.clause
           end as collate_clause
    from asked k
        cross join lateral (select ' COLLATE ' || k.collation as clause) c
),
keys as (
    select g.indexrelid,
           '[' || string_agg(concat(
               '{',
               case
                   when g.attnum <> 0 then '"column":' || to_json(g.attname)
                   -- one pair of parentheses is the syntax's, unless the whole is a function call
                   when g.printed like '(%' then '"expression":' || to_json(substr(g.printed, 2, length(g.printed) - 2))
                   else '"expression":' || to_json(g.printed)
               end,
               case when g.collate_clause is not null then ',"collation":' || to_json(g.collation) end,
               case when not g.opcdefault or strpos(g.definition, concat(g.before, g.printed, g.collate_clause, ' ', g.opclass)) > 0
                    then ',"opclass":' || to_json(g.opclass) end,
               case when g.attoptions is not null then ',"opclass_options":' || (
                   select json_object_agg(o.option_name, o.option_value)
                   from pg_catalog.pg_options_to_table(g.attoptions) o
               ) end,
               case when g.option & 1 = 1 then ',"descending":true' end,
               case g.option & 3 when 1 then ',"nulls":"last"' when 2 then ',"nulls":"first"' end,
               case when g.attnum = 0 then ',"statistics":' || nullif(g.attstattarget, -1) end,
               '}'), ',' order by g.position) filter (where g.is_key) || ']' as keys,
           json_agg(g.attname order by g.position) filter (where not g.is_key) as include
    from given g
    group by g.indexrelid
)
select i.indexrelid                                                  as oid,
       i.indrelid                                                    as parent,
       i.relname                                                     as name,
       null                                                          as position,
       i.amname                                                      as method,
       i.indisunique                                                 as "unique",
       k.keys,
       k.include,
       i.indnullsnotdistinct                                         as nulls_not_distinct, --@ since 150000 : i.indnullsnotdistinct : false
       pg_catalog.pg_get_expr(i.indpred, i.indrelid, false)          as "where",
       case when i.reloptions is not null then (
           select json_object_agg(o.option_name, o.option_value)
           from pg_catalog.pg_options_to_table(i.reloptions) o
       ) end                                                         as "with",
       ts.spcname                                                    as tablespace,
       not i.indisvalid                                              as only,
       goes.names                                                    as depends_on_extensions,
       up.relname                                                    as attached_to
from read i
    join keys k on k.indexrelid = i.indexrelid
    left join pg_catalog.pg_tablespace ts on ts.oid = i.reltablespace
    left join pg_catalog.pg_inherits h on h.inhrelid = i.indexrelid
    left join pg_catalog.pg_class up on up.oid = h.inhparent
    left join (
        select d.objid, json_agg(e.extname order by e.extname) as names
        from pg_catalog.pg_depend d
            join pg_catalog.pg_extension e on e.oid = d.refobjid
        where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'x'
        group by d.objid
    ) goes on goes.objid = i.indexrelid
