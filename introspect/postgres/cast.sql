-- Casts: the server names none. Those that a range type makes to its multirange are its own.
select c.oid,
       ''                                                            as name,
       pg_catalog.format_type(c.castsource, null)                    as source,
       pg_catalog.format_type(c.casttarget, null)                    as target,
       case when p.oid is not null then
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')'
       end                                                           as function,
       c.castmethod = 'i'                                            as inout,
       case c.castcontext when 'e' then 'explicit' when 'a' then 'assignment' else 'implicit' end as context
from pg_catalog.pg_cast c
    left join pg_catalog.pg_proc p on p.oid = c.castfunc
    left join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where c.oid >= 16384
  -- of types that others look after
  and not exists (select from pg_catalog.pg_type t
                      join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
                  where t.oid in (c.castsource, c.casttarget)
                    and t.oid >= 16384
                    and tn.nspname <> all (current_setting('kedge.managed')::name[])
                    and not exists (select from pg_catalog.pg_depend e
                                    where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e'))
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_cast'::regclass and e.objid = c.oid and e.deptype in ('e', 'i'))
