-- Text search templates. They have no owner.
select t.oid,
       n.nspname                                  as schema,
       t.tmplname                                 as name,
       nullif(t.tmplinit::oid, 0)::regproc        as init,
       nullif(t.tmpllexize::oid, 0)::regproc      as lexize
from pg_catalog.pg_ts_template t
    join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_ts_template'::regclass and e.objid = t.oid and e.deptype = 'e')
