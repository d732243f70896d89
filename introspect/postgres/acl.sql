-- Privileges that differ from the default of the object's kind: one row for each grantee, grant option and grantor, who is told where it is not
-- the owner. An owner has a row only where
-- something was taken from him; an object of which nobody but its owner may do anything has one row without grantee. Those of schemas are
-- always told, because initdb makes "public" other than CREATE SCHEMA would.
with acl (class, oid, sub, given, kind, owner) as (
    select 'pg_namespace', n.oid, 0, n.nspacl, 'n', n.nspowner
    from pg_catalog.pg_namespace n
    where n.nspname = any (current_setting('kedge.managed')::name[]) and n.nspacl is not null
    union all
    select 'pg_class', c.oid, 0, c.relacl, case when c.relkind = 'S' then 's' else 'r' end, c.relowner
    from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (current_setting('kedge.managed')::name[]) and c.relacl is not null
    union all
    select 'pg_class', c.oid, a.attnum, a.attacl, 'c', c.relowner
    from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (current_setting('kedge.managed')::name[]) and a.attacl is not null and a.attnum > 0 and not a.attisdropped
    union all
    -- of the sequence of an identity column, as privileges of the column: SEQUENCE USAGE
    select 'pg_class', d.refobjid, d.refobjsubid, c.relacl, 'i', c.relowner
    from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'i'
                                       and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjsubid > 0
    where n.nspname = any (current_setting('kedge.managed')::name[]) and c.relacl is not null and c.relkind = 'S'
    union all
    select case when c.oid is null then 'pg_type' else 'pg_class' end, coalesce(c.oid, t.oid), 0, t.typacl, 'T', t.typowner
    from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        -- composite types are known by their relation
        left join pg_catalog.pg_class c on c.oid = t.typrelid and c.relkind = 'c'
    where n.nspname = any (current_setting('kedge.managed')::name[]) and t.typacl is not null
    union all
    select 'pg_proc', p.oid, 0, p.proacl, 'f', p.proowner
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (current_setting('kedge.managed')::name[]) and p.proacl is not null
    union all
    select 'pg_language', l.oid, 0, l.lanacl, 'l', l.lanowner
    from pg_catalog.pg_language l
    where l.oid >= 16384 and l.lanacl is not null
    union all
    select 'pg_foreign_data_wrapper', w.oid, 0, w.fdwacl, 'F', w.fdwowner
    from pg_catalog.pg_foreign_data_wrapper w
    where w.fdwacl is not null
    union all
    select 'pg_foreign_server', s.oid, 0, s.srvacl, 'S', s.srvowner
    from pg_catalog.pg_foreign_server s
    where s.srvacl is not null
    union all
    -- in a schema they come on top of the others: there is nothing by default
    select 'pg_default_acl', d.oid, 0, d.defaclacl,
           case when d.defaclnamespace <> 0 then 'c' when d.defaclobjtype = 'S' then 's' else d.defaclobjtype::text end, d.defaclrole
    from pg_catalog.pg_default_acl d
),
differing as materialized (
    select a.*,
           (select string_agg(w.privilege, ', ' order by w.position)
            from pg_catalog.aclexplode(u.usual) with ordinality w (grantor, grantee, privilege, grantable, position)
            where w.grantee = a.owner) as all_of_it
    from acl a
        cross join lateral (select pg_catalog.acldefault(case a.kind when 'i' then 's' else a.kind end::"char", a.owner) as usual) u
    where a.kind = 'n' or not (a.given @> u.usual and a.given <@ u.usual)
),
taken_apart as (
    select d.class, d.oid, d.sub, d.kind, d.owner, x.grantee, x.grantable, nullif(x.grantor, d.owner) as grantor,
           string_agg(x.privilege, ', ' order by x.position) as privileges, d.all_of_it
    from differing d
        cross join lateral pg_catalog.aclexplode(d.given) with ordinality x (grantor, grantee, privilege, grantable, position)
    group by d.class, d.oid, d.sub, d.kind, d.owner, d.all_of_it, x.grantee, x.grantable, x.grantor
),
-- what is told of somebody
told as (
    select class, oid, sub, kind, grantee, grantable, grantor,
           case when kind = 'i' then regexp_replace(privileges, '(^|, )', '\1SEQUENCE ', 'g') else privileges end as privileges
    from taken_apart
    where not (grantee = owner and grantor is null and not grantable and privileges is not distinct from all_of_it)
    union all
    select d.class, d.oid, d.sub, d.kind, d.owner, false, null, ''
    from differing d
    where d.kind not in ('c', 'i')
      and not exists (select from taken_apart t where t.class = d.class and t.oid = d.oid and t.sub = d.sub and t.kind = d.kind and t.grantee = d.owner and t.grantor is null)
)
select d.class,
       d.oid,
       d.sub                        as position,
       case t.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(t.grantee) end as grantee,
       t.privileges,
       t.grantable,
       pg_catalog.pg_get_userbyid(t.grantor) as grantor
from differing d
    left join told t on t.class = d.class and t.oid = d.oid and t.sub = d.sub and t.kind = d.kind
-- the order of the list in the object
order by t.grantee <> 0, pg_catalog.pg_get_userbyid(t.grantee), t.grantor is not null, pg_catalog.pg_get_userbyid(t.grantor), t.grantable
