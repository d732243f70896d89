-- Domains. Their checks are in check.sql.
select t.oid,
       n.nspname                                                     as schema,
       t.typname                                                     as name,
       pg_catalog.pg_get_userbyid(t.typowner)                        as owner,
       pg_catalog.format_type(t.typbasetype, t.typtypmod)            as type,
       case when t.typcollation <> b.typcollation then (
           select case when cn.nspname = 'pg_catalog' then '' else quote_ident(cn.nspname) || '.' end
                  || quote_ident(co.collname)
           from pg_catalog.pg_collation co
               join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
           where co.oid = t.typcollation
       ) end                                                         as collation,
       pg_catalog.pg_get_expr(t.typdefaultbin, 0, false)             as "default",
       t.typnotnull                                                  as not_null
from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    join pg_catalog.pg_type b on b.oid = t.typbasetype
where n.nspname = any (current_setting('kedge.managed')::name[])
  and t.typtype = 'd'
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
