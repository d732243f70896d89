-- Conversions between encodings.
select c.oid,
       n.nspname                                                     as schema,
       c.conname                                                     as name,
       pg_catalog.pg_get_userbyid(c.conowner)                        as owner,
       pg_catalog.pg_encoding_to_char(c.conforencoding)              as from,
       pg_catalog.pg_encoding_to_char(c.contoencoding)               as to,
       case when pn.nspname <> 'pg_catalog' then quote_ident(pn.nspname) || '.' else '' end || quote_ident(p.proname) as function,
       c.condefault                                                  as default
from pg_catalog.pg_conversion c
    join pg_catalog.pg_namespace n on n.oid = c.connamespace
    join pg_catalog.pg_proc p on p.oid = c.conproc
    join pg_catalog.pg_namespace pn on pn.oid = p.pronamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_conversion'::regclass and e.objid = c.oid and e.deptype = 'e')
