-- Schemas.
select n.oid,
       n.nspname                                                          as name,
       pg_catalog.pg_get_userbyid(n.nspowner)                             as owner
from pg_catalog.pg_namespace n
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
