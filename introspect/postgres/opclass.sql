-- Operator families and operator classes. A class has the members that it cannot be without; a family has those of none of its classes.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')'
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
),
holder (class, oid, kind, schema, name, owner, method, type, is_default, family, storage) as materialized (
    select 'pg_catalog.pg_opclass'::regclass, c.oid, 'operator class', c.opcnamespace, c.opcname, c.opcowner, c.opcmethod, c.opcintype, c.opcdefault,
           c.opcfamily, nullif(nullif(c.opckeytype, 0), c.opcintype)
    from pg_catalog.pg_opclass c
    union all
    select 'pg_catalog.pg_opfamily'::regclass, f.oid, 'operator family', f.opfnamespace, f.opfname, f.opfowner, f.opfmethod, null, null, null, null
    from pg_catalog.pg_opfamily f
),
own (class, member, holder_class, holder, type) as materialized (
    select d.classid, d.objid, d.refclassid, d.refobjid, h.type
    from pg_catalog.pg_depend d
        join holder h on h.class = d.refclassid and h.oid = d.refobjid
    where d.classid in ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
      and d.refobjid >= 16384
),
operators as (
    select w.holder_class, w.holder,
           json_agg(json_strip_nulls(json_build_object(
               'strategy', o.amopstrategy,
               'operator', case when opn.nspname <> 'pg_catalog' then quote_ident(opn.nspname) || '.' else '' end || op.oprname
                           || '(' || pg_catalog.format_type(o.amoplefttype, null) || ', '
                           || pg_catalog.format_type(o.amoprighttype, null) || ')',
               'order_by', case when s.oid is not null then
                   case when sn.nspname <> 'pg_catalog' then quote_ident(sn.nspname) || '.' else '' end || quote_ident(s.opfname)
               end))) as members
    from own w
        join pg_catalog.pg_amop o on w.class = 'pg_catalog.pg_amop'::regclass and o.oid = w.member
        join pg_catalog.pg_operator op on op.oid = o.amopopr
        join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
        left join pg_catalog.pg_opfamily s on s.oid = o.amopsortfamily
        left join pg_catalog.pg_namespace sn on sn.oid = s.opfnamespace
    group by w.holder_class, w.holder
),
functions as (
    select w.holder_class, w.holder,
           json_agg(json_strip_nulls(json_build_object(
               'support', a.amprocnum,
               'left', case when t.other then pg_catalog.format_type(a.amproclefttype, null) end,
               'right', case when t.other then pg_catalog.format_type(a.amprocrighttype, null) end,
               'function', p.name))) as members
    from own w
        join pg_catalog.pg_amproc a on w.class = 'pg_catalog.pg_amproc'::regclass and a.oid = w.member
        join name_of p on p.oid = a.amproc
        -- a family has no type of its own: of its members both are said
        cross join lateral (select (a.amproclefttype, a.amprocrighttype) is distinct from (w.type, w.type)) t (other)
    group by w.holder_class, w.holder
)
select h.oid,
       h.kind,
       n.nspname                                                     as schema,
       h.name,
       pg_catalog.pg_get_userbyid(h.owner)                           as owner,
       am.amname                                                     as method,
       pg_catalog.format_type(h.type, null)                          as type,
       h.is_default                                                  as default,
       case when fn.nspname <> 'pg_catalog' then quote_ident(fn.nspname) || '.' else '' end || quote_ident(f.opfname) as family,
       pg_catalog.format_type(h.storage, null)                       as storage,
       o.members                                                     as operators,
       x.members                                                     as functions
from holder h
    join pg_catalog.pg_namespace n on n.oid = h.schema
    join pg_catalog.pg_am am on am.oid = h.method
    left join pg_catalog.pg_opfamily f on f.oid = h.family
    left join pg_catalog.pg_namespace fn on fn.oid = f.opfnamespace
    left join operators o on o.holder_class = h.class and o.holder = h.oid
    left join functions x on x.holder_class = h.class and x.holder = h.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e where e.classid = h.class and e.objid = h.oid and e.deptype = 'e')
