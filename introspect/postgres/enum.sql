-- Enumerated types.
select t.oid,
       n.nspname                                  as schema,
       t.typname                                  as name,
       pg_catalog.pg_get_userbyid(t.typowner)     as owner,
       coalesce(l.labels, '[]')                   as labels
from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    left join (
        select e.enumtypid,
               json_agg(json_build_object('label', e.enumlabel) order by e.enumsortorder)::text as labels
        from pg_catalog.pg_enum e
        group by e.enumtypid
    ) l on l.enumtypid = t.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and t.typtype = 'e'
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
