-- Languages that are of no extension.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
)
select l.oid,
       l.lanname                                                     as name,
       pg_catalog.pg_get_userbyid(l.lanowner)                        as owner,
       l.lanpltrusted                                                as trusted,
       h.name                                                        as handler,
       i.name                                                        as inline,
       v.name                                                        as validator
from pg_catalog.pg_language l
    join name_of h on h.oid = l.lanplcallfoid
    left join name_of i on i.oid = l.laninline
    left join name_of v on v.oid = l.lanvalidator
where l.oid >= 16384
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_language'::regclass and e.objid = l.oid and e.deptype = 'e')
