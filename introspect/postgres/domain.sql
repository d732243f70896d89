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
       t.typnotnull                                                  as not_null,
       case when octet_length(concat(t.typname, '_not_null')) < 64 then
           nullif(nn.conname, concat(t.typname, '_not_null')) --@ since 170000 : nullif(nn.conname, concat(t.typname, '_not_null')) : null
       end                                                           as not_null_name,
       nd.description                                                as not_null_comment --@ since 170000 : nd.description : null
from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    join pg_catalog.pg_type b on b.oid = t.typbasetype
    left join pg_catalog.pg_constraint nn on nn.contypid = t.oid and nn.contype = 'n' --@ since 170000 : left join pg_catalog.pg_constraint nn on nn.contypid = t.oid and nn.contype = 'n' :
    left join pg_catalog.pg_description nd on nd.objoid = nn.oid and nd.classoid = 'pg_catalog.pg_constraint'::regclass --@ since 170000 : left join pg_catalog.pg_description nd on nd.objoid = nn.oid and nd.classoid = 'pg_catalog.pg_constraint'::regclass :
where n.nspname = any (current_setting('kedge.managed')::name[])
  and t.typtype = 'd'
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
