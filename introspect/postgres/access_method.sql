-- Access methods that are of no extension.
select m.oid,
       m.amname                                                      as name,
       case m.amtype when 't' then 'table' else 'index' end          as type,
       case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname) as handler
from pg_catalog.pg_am m
    join pg_catalog.pg_proc p on p.oid = m.amhandler
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where m.oid >= 16384
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_am'::regclass and e.objid = m.oid and e.deptype = 'e')
