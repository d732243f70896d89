-- Privileges that differ from the default of the object's kind: one row for each grantee and grant option. An object of which all
-- privileges were revoked has one row without grantee. For schemas the default is what initdb gave.
with acl (class, oid, given, usual) as (
    select 'pg_namespace', n.oid, n.nspacl, coalesce(i.initprivs, pg_catalog.acldefault('n', n.nspowner))
    from pg_catalog.pg_namespace n
        left join pg_catalog.pg_init_privs i
            on i.objoid = n.oid and i.classoid = 'pg_catalog.pg_namespace'::regclass and i.objsubid = 0 and i.privtype = 'i'
    where n.nspname = any (current_setting('kedge.managed')::name[]) and n.nspacl is not null
    union all
    select 'pg_class', c.oid, c.relacl,
           pg_catalog.acldefault(case when c.relkind = 'S' then 's' else 'r' end::"char", c.relowner)
    from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (current_setting('kedge.managed')::name[]) and c.relacl is not null
    union all
    select case when c.oid is null then 'pg_type' else 'pg_class' end, coalesce(c.oid, t.oid), t.typacl,
           pg_catalog.acldefault('T', t.typowner)
    from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        -- composite types are known by their relation
        left join pg_catalog.pg_class c on c.oid = t.typrelid and c.relkind = 'c'
    where n.nspname = any (current_setting('kedge.managed')::name[]) and t.typacl is not null
    union all
    select 'pg_proc', p.oid, p.proacl, pg_catalog.acldefault('f', p.proowner)
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (current_setting('kedge.managed')::name[]) and p.proacl is not null
    union all
    select 'pg_foreign_data_wrapper', w.oid, w.fdwacl, pg_catalog.acldefault('F', w.fdwowner)
    from pg_catalog.pg_foreign_data_wrapper w
    where w.fdwacl is not null
    union all
    select 'pg_foreign_server', s.oid, s.srvacl, pg_catalog.acldefault('S', s.srvowner)
    from pg_catalog.pg_foreign_server s
    where s.srvacl is not null
)
select a.class,
       a.oid,
       case x.grantee when 0 then 'PUBLIC' else pg_catalog.pg_get_userbyid(x.grantee) end as grantee,
       string_agg(x.privilege, ', ' order by x.position)                                  as privileges,
       x.grantable
from acl a
    left join lateral pg_catalog.aclexplode(a.given) with ordinality x (grantor, grantee, privilege, grantable, position) on true
where not (a.given @> a.usual and a.given <@ a.usual)
group by a.class, a.oid, x.grantee, x.grantable
-- the order of the list in the object
order by x.grantee <> 0, pg_catalog.pg_get_userbyid(x.grantee), x.grantable
