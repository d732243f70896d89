-- Extended statistics. Where a table has two of one name, those in another schema are left to unmodelled.sql.
select s.oid,
       s.stxrelid                                                    as parent,
       s.stxname                                                     as name,
       pg_catalog.pg_get_userbyid(s.stxowner)                        as owner,
       null                                                          as position,
       case when k.kinds <> '["ndistinct", "dependencies", "mcv"]' then k.kinds end as kinds,
       (select json_agg(a.attname order by a.attnum)
        from pg_catalog.pg_attribute a
        where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::int2[])) as columns,
       (select json_agg(x order by n) from unnest(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid)) with ordinality u (x, n)) as expressions, --@ since 140000 : (select json_agg(x order by n) from unnest(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid)) with ordinality u (x, n)) : null
       case when s.stxnamespace <> c.relnamespace then sn.nspname end as in_schema,
       nullif(s.stxstattarget, -1)                                   as target
from pg_catalog.pg_statistic_ext s
    join pg_catalog.pg_class c on c.oid = s.stxrelid
    join pg_catalog.pg_namespace sn on sn.oid = s.stxnamespace
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    -- of one expression there is nothing more to be known than its own statistics
    cross join lateral (
        select json_agg(w.name order by w.n)::text as kinds
        from (values (1, 'd', 'ndistinct'), (2, 'f', 'dependencies'), (3, 'm', 'mcv')) w (n, letter, name)
        where w.letter = any (s.stxkind::text[])
    ) k
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and (s.stxnamespace = c.relnamespace
       or sn.nspname = any (current_setting('kedge.managed')::name[])
          and not exists (select from pg_catalog.pg_statistic_ext x
                          where x.stxrelid = s.stxrelid and x.stxname = s.stxname and x.oid <> s.oid))
  and c.relkind in ('r', 'm', 'p', 'f')
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_statistic_ext'::regclass and e.objid = s.oid and e.deptype = 'e')
