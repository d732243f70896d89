-- Extensions, in whatever schema: objects of managed schemas need them. Not what initdb makes (FirstNormalObjectId): plpgsql.
with member (extension, class, oid, sub, said, owner, letter, acl) as (
    select d.refobjid, d.classid, c.oid, 0,
           case when c.relkind = 'S' then 'sequence ' else 'table ' end || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
           c.relowner, case when c.relkind = 'S' then 's' else 'r' end, c.relacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_class c on c.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_class'::regclass
    union all
    select d.refobjid, d.classid, c.oid, a.attnum, 'table ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relowner, 'c', a.attacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_class c on c.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_class'::regclass
    union all
    select d.refobjid, d.classid, p.oid, 0,
           case p.prokind when 'p' then 'procedure ' else 'function ' end || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')',
           p.proowner, 'f', p.proacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_proc p on p.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_proc'::regclass
    union all
    select d.refobjid, d.classid, t.oid, 0, 'type ' || quote_ident(n.nspname) || '.' || quote_ident(t.typname), t.typowner, 'T', t.typacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_type t on t.oid = d.objid
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_type'::regclass
    union all
    select d.refobjid, d.classid, n.oid, 0, 'schema ' || quote_ident(n.nspname), n.nspowner, 'n', n.nspacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_namespace n on n.oid = d.objid
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_namespace'::regclass
    union all
    select d.refobjid, d.classid, l.oid, 0, 'language ' || quote_ident(l.lanname), l.lanowner, 'l', l.lanacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_language l on l.oid = d.objid
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_language'::regclass
    union all
    select d.refobjid, d.classid, w.oid, 0, 'foreign data wrapper ' || quote_ident(w.fdwname), w.fdwowner, 'F', w.fdwacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_foreign_data_wrapper w on w.oid = d.objid
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_foreign_data_wrapper'::regclass
    union all
    select d.refobjid, d.classid, s.oid, 0, 'foreign server ' || quote_ident(s.srvname), s.srvowner, 'S', s.srvacl
    from pg_catalog.pg_depend d
        join pg_catalog.pg_foreign_server s on s.oid = d.objid
    where d.deptype = 'e' and d.classid = 'pg_catalog.pg_foreign_server'::regclass
),
-- what it is now, and what it was when the extension's script had run
list as (
    select m.extension, m.class, m.oid, m.sub, m.said, coalesce(m.acl, u.usual) as now, coalesce(p.initprivs, u.usual) as before
    from member m
        left join pg_catalog.pg_init_privs p on p.classoid = m.class and p.objoid = m.oid and p.objsubid = m.sub and p.privtype = 'e'
        cross join lateral (select pg_catalog.acldefault(m.letter::"char", m.owner) as usual) u
    where (m.acl is not null or p.initprivs is not null)
),
privilege as (
    select x.extension, x.said, x.oid, x.sub, x.grantee, x.privilege,
           bool_or(x.is_now) as now, bool_or(not x.is_now) as before,
           bool_or(x.is_now and x.grantable) as now_grantable, bool_or(not x.is_now and x.grantable) as before_grantable
    from (
        select l.extension, l.said, l.oid, l.sub, e.grantee, e.privilege_type, e.is_grantable, true
        from list l
            cross join lateral pg_catalog.aclexplode(l.now) e
        union all
        select l.extension, l.said, l.oid, l.sub, e.grantee, e.privilege_type, e.is_grantable, false
        from list l
            cross join lateral pg_catalog.aclexplode(l.before) e
    ) x (extension, said, oid, sub, grantee, privilege, grantable, is_now)
    group by 1, 2, 3, 4, 5, 6
),
change as (
    select p.extension, p.said, a.attname,
           case p.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(p.grantee) end as role,
           json_agg(case
                        when not p.before then p.privilege || case when p.now_grantable then ' WITH GRANT OPTION' else '' end
                        else 'GRANT OPTION FOR ' || p.privilege
                    end order by p.privilege) filter (where p.now and (not p.before or p.now_grantable and not p.before_grantable)) as granted,
           json_agg(case
                        when not p.now then p.privilege || case when p.before_grantable then ' WITH GRANT OPTION' else '' end
                        else 'GRANT OPTION FOR ' || p.privilege
                    end order by p.privilege) filter (where p.before and (not p.now or p.before_grantable and not p.now_grantable)) as revoked
    from privilege p
        left join pg_catalog.pg_attribute a on p.sub > 0 and a.attrelid = p.oid and a.attnum = p.sub
    where p.now <> p.before or p.now_grantable <> p.before_grantable
    group by 1, 2, 3, 4
)
select x.oid,
       x.extname                                  as name,
       n.nspname                                  as schema,
       x.extversion                               as version,
       json_build_object('changes', coalesce((
           select json_agg(json_strip_nulls(json_build_object('member', c.said, 'column', c.attname, 'role', c.role, 'granted', c.granted,
                                                              'revoked', c.revoked))
                           order by c.said collate "C", c.attname collate "C" nulls first, c.role collate "C")
           from change c
           where c.extension = x.oid
       ), '[]'))                                  as grants
from pg_catalog.pg_extension x
    join pg_catalog.pg_namespace n on n.oid = x.extnamespace
where x.oid >= 16384
