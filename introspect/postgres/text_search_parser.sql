-- Text search parsers. They have no owner.
select p.oid,
       n.nspname                                  as schema,
       p.prsname                                  as name,
       nullif(p.prsstart::oid, 0)::regproc        as start,
       nullif(p.prstoken::oid, 0)::regproc        as gettoken,
       nullif(p.prsend::oid, 0)::regproc          as "end",
       nullif(p.prsheadline::oid, 0)::regproc     as headline,
       nullif(p.prslextype::oid, 0)::regproc      as lextypes
from pg_catalog.pg_ts_parser p
    join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_ts_parser'::regclass and e.objid = p.oid and e.deptype = 'e')
