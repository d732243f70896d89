-- Range types. A multirange type in another schema than its range type is left to unmodelled.sql.
select t.oid,
       n.nspname                                                     as schema,
       t.typname                                                     as name,
       pg_catalog.pg_get_userbyid(t.typowner)                        as owner,
       pg_catalog.format_type(r.rngsubtype, null)                    as subtype,
       case when not o.opcdefault or o.opcintype <> r.rngsubtype and o.opcnamespace <> 'pg_catalog'::regnamespace then
           case when onsp.nspname = 'pg_catalog' then '' else quote_ident(onsp.nspname) || '.' end || quote_ident(o.opcname)
       end                                                           as opclass,
       case when r.rngcollation <> s.typcollation then (
           select case when cn.nspname = 'pg_catalog' then '' else quote_ident(cn.nspname) || '.' end || quote_ident(co.collname)
           from pg_catalog.pg_collation co
               join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
           where co.oid = r.rngcollation
       ) end                                                         as collation,
       nullif(r.rngcanonical::oid, 0)::regproc                       as canonical,
       nullif(r.rngsubdiff::oid, 0)::regproc                         as subtype_diff,
       (select m.typname from pg_catalog.pg_type m where m.oid = r.rngmultitypid) as multirange --@ since 140000 : (select m.typname from pg_catalog.pg_type m where m.oid = r.rngmultitypid) : case when t.typname ~ 'range' then regexp_replace(t.typname, 'range', 'multirange') else left(t.typname, 52) || '_multirange' end
from pg_catalog.pg_range r
    join pg_catalog.pg_type t on t.oid = r.rngtypid
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    join pg_catalog.pg_type s on s.oid = r.rngsubtype
    join pg_catalog.pg_opclass o on o.oid = r.rngsubopc
    join pg_catalog.pg_namespace onsp on onsp.oid = o.opcnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
