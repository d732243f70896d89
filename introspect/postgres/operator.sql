-- Operators. One that only others speak of, as their commutator or negator, is made with these.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
),
operator_of (oid, name) as materialized (
    select o.oid, case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || o.oprname
    from pg_catalog.pg_operator o
        join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
)
select o.oid,
       n.nspname                                                     as schema,
       o.oprname                                                     as name,
       pg_catalog.pg_get_userbyid(o.oprowner)                        as owner,
       case when o.oprleft <> 0 then pg_catalog.format_type(o.oprleft, null) end as left,
       case when o.oprright <> 0 then pg_catalog.format_type(o.oprright, null) end as right,
       f.name                                                        as function,
       commutator.name                                               as commutator,
       negator.name                                                  as negator,
       rest.name                                                     as restrict,
       jn.name                                                       as join,
       o.oprcanhash                                                  as hashes,
       o.oprcanmerge                                                 as merges
from pg_catalog.pg_operator o
    join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
    join name_of f on f.oid = o.oprcode
    left join operator_of commutator on commutator.oid = o.oprcom
    left join operator_of negator on negator.oid = o.oprnegate
    left join name_of rest on rest.oid = o.oprrest
    left join name_of jn on jn.oid = o.oprjoin
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_operator'::regclass and e.objid = o.oid and e.deptype = 'e')
