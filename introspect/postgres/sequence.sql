-- Sequences; not those of identity columns, which belong to the column. What type and sign imply is NULL.
select c.oid,
       n.nspname                                                     as schema,
       c.relname                                                     as name,
       pg_catalog.pg_get_userbyid(c.relowner)                        as owner,
       nullif(pg_catalog.format_type(s.seqtypid, null), 'bigint')    as type,
       nullif(s.seqstart, case when s.seqincrement > 0 then s.seqmin else s.seqmax end) as start,
       nullif(s.seqincrement, 1)                                     as increment,
       nullif(s.seqmin, case
                            when s.seqincrement > 0 then 1
                            when s.seqtypid = 'pg_catalog.int2'::regtype then -32768
                            when s.seqtypid = 'pg_catalog.int4'::regtype then -2147483648
                            else -9223372036854775808
                        end)                                         as min,
       nullif(s.seqmax, case
                            when s.seqincrement < 0 then -1
                            when s.seqtypid = 'pg_catalog.int2'::regtype then 32767
                            when s.seqtypid = 'pg_catalog.int4'::regtype then 2147483647
                            else 9223372036854775807
                        end)                                         as max,
       nullif(s.seqcache, 1)                                         as cache,
       s.seqcycle                                                    as cycle,
       o.owned_by,
       c.relpersistence = 'u'                                        as unlogged
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_sequence s on s.seqrelid = c.oid
    left join (
        select e.objid,
               quote_ident(tn.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(a.attname) as owned_by
        from pg_catalog.pg_depend e
            join pg_catalog.pg_class t on t.oid = e.refobjid
            join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = e.refobjid and a.attnum = e.refobjsubid
        where e.classid = 'pg_catalog.pg_class'::regclass
          and e.refclassid = 'pg_catalog.pg_class'::regclass
          and e.objsubid = 0
          and e.refobjsubid > 0
          and e.deptype = 'a'
          -- indexes have such rows too, and are many
          and e.objid in (select q.seqrelid from pg_catalog.pg_sequence q)
    ) o on o.objid = c.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'S'
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_class'::regclass
                    and e.objid = c.oid
                    and e.refclassid = 'pg_catalog.pg_class'::regclass
                    and e.deptype = 'i')
