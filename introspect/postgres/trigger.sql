-- Triggers that a person made; not those behind foreign keys.
--
-- The server prints the condition only within the whole definition, so it is cut out: from after the first WHEN outside quotes to before
-- the call of the function, whose text is known to the letter.
with read as materialized (
    select t.*,
           c.oid as relation,
           case when t.tgqual is not null then pg_catalog.pg_get_triggerdef(t.oid, false) end as definition,
           a.args
    from pg_catalog.pg_trigger t
        join pg_catalog.pg_class c on c.oid = t.tgrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        -- tgargs: texts in the database's encoding, each closed by a zero byte
        left join lateral (
            select array_agg(pg_catalog.convert_from(decode(replace(u.bytes, ' ', ''), 'hex'), pg_catalog.getdatabaseencoding())
                             order by u.position) as args
            from unnest(string_to_array(regexp_replace(encode(t.tgargs, 'hex'), '(..)', '\1 ', 'g'), '00 '))
                     with ordinality u (bytes, position)
            where u.position <= t.tgnargs
        ) a on t.tgnargs > 0
    where n.nspname = any (current_setting('kedge.managed')::name[])
      and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
      and c.relkind in ('r', 'p', 'f', 'v')
      and not t.tgisinternal
      -- the partitioned table's
      and t.tgparentid = 0
),
cut as (
    select r.*,
           length(substring(r.definition from '^(?:[^"]|"[^"]*")*? FOR EACH (?:ROW|STATEMENT) WHEN \(')) as head,
           length(concat(') EXECUTE FUNCTION ', r.tgfoid::regproc, '(',
                         (select string_agg('''' || replace(u.arg, '''', '''''') || '''', ', ') from unnest(r.args) u (arg)), ')')) as tail
    from read r
)
select t.oid,
       t.tgrelid                                                     as parent,
       t.tgname                                                      as name,
       null                                                          as position,
       case when t.tgtype & 2 <> 0 then 'before' when t.tgtype & 64 <> 0 then 'instead of' else 'after' end as "when",
       to_json(array_remove(array[case when t.tgtype & 4 <> 0 then 'insert' end,
                                  case when t.tgtype & 16 <> 0 then 'update' end,
                                  case when t.tgtype & 8 <> 0 then 'delete' end,
                                  case when t.tgtype & 32 <> 0 then 'truncate' end], null)) as events,
       case when cardinality(t.tgattr::int2[]) > 0 then
           to_json(array(select a.attname
                         from unnest(t.tgattr::int2[]) with ordinality k (attnum, position)
                             join pg_catalog.pg_attribute a on a.attrelid = t.tgrelid and a.attnum = k.attnum
                         order by k.position))
       end                                                           as update_of,
       case when t.tgtype & 1 <> 0 then 'row' else 'statement' end   as "for",
       substr(t.definition, t.head + 1, length(t.definition) - t.head - t.tail) as condition,
       t.tgfoid::regproc                                             as function,
       to_json(t.args)                                               as args,
       t.tgconstraint <> 0                                           as "constraint",
       t.tgdeferrable                                                as "deferrable",
       t.tginitdeferred                                              as initially_deferred,
       case when t.tgconstrrelid <> 0 then t.tgconstrrelid::regclass end as "from",
       t.tgoldtable                                                  as old_table,
       t.tgnewtable                                                  as new_table,
       case t.tgenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled,
       goes.names                                                    as depends_on_extensions,
       said.description                                              as constraint_comment
from cut t
    -- a trigger that was renamed has left its constraint the name
    left join pg_catalog.pg_constraint con on con.oid = t.tgconstraint and con.conname = t.tgname
    left join pg_catalog.pg_description said on said.objoid = con.oid and said.classoid = 'pg_catalog.pg_constraint'::regclass
    left join (
        select d.objid, json_agg(e.extname order by e.extname) as names
        from pg_catalog.pg_depend d
            join pg_catalog.pg_extension e on e.oid = d.refobjid
        where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.classid = 'pg_catalog.pg_trigger'::regclass and d.deptype = 'x'
        group by d.objid
    ) goes on goes.objid = t.oid
