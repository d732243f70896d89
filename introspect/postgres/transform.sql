-- Transforms: the server names none.
with declared (oid, text) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')'
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
)
select t.oid,
       ''                                                            as name,
       pg_catalog.format_type(t.trftype, null)                       as type,
       l.lanname                                                     as language,
       f.text                                                        as from_sql,
       s.text                                                        as to_sql
from pg_catalog.pg_transform t
    join pg_catalog.pg_language l on l.oid = t.trflang
    left join declared f on f.oid = t.trffromsql
    left join declared s on s.oid = t.trftosql
where not exists (select from pg_catalog.pg_type y
                      join pg_catalog.pg_namespace tn on tn.oid = y.typnamespace
                  where y.oid = t.trftype
                    and y.oid >= 16384
                    and tn.nspname <> all (current_setting('kedge.managed')::name[])
                    and not exists (select from pg_catalog.pg_depend e
                                    where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = y.oid and e.deptype = 'e'))
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_transform'::regclass and e.objid = t.oid and e.deptype = 'e')
