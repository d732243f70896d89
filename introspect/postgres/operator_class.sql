-- Operator classes, with the members that cannot be without them: the others are said with the family.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')'
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
),
own (class, member, opclass) as materialized (
    select d.classid, d.objid, d.refobjid
    from pg_catalog.pg_depend d
    where d.refclassid = 'pg_catalog.pg_opclass'::regclass
      and d.classid in ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
      and d.refobjid >= 16384
),
operators as (
    select w.opclass,
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
    group by w.opclass
),
functions as (
    select w.opclass,
           json_agg(json_strip_nulls(json_build_object(
               'support', a.amprocnum,
               'left', case when t.other then pg_catalog.format_type(a.amproclefttype, null) end,
               'right', case when t.other then pg_catalog.format_type(a.amprocrighttype, null) end,
               'function', p.name))) as members
    from own w
        join pg_catalog.pg_amproc a on w.class = 'pg_catalog.pg_amproc'::regclass and a.oid = w.member
        join pg_catalog.pg_opclass c on c.oid = w.opclass
        join name_of p on p.oid = a.amproc
        cross join lateral (select a.amproclefttype <> c.opcintype or a.amprocrighttype <> c.opcintype) t (other)
    group by w.opclass
)
select c.oid,
       n.nspname                                                     as schema,
       c.opcname                                                     as name,
       pg_catalog.pg_get_userbyid(c.opcowner)                        as owner,
       am.amname                                                     as method,
       pg_catalog.format_type(c.opcintype, null)                     as type,
       c.opcdefault                                                  as default,
       case when fn.nspname <> 'pg_catalog' then quote_ident(fn.nspname) || '.' else '' end || quote_ident(f.opfname) as family,
       case when c.opckeytype not in (0, c.opcintype) then pg_catalog.format_type(c.opckeytype, null) end as storage,
       o.members                                                     as operators,
       x.members                                                     as functions
from pg_catalog.pg_opclass c
    join pg_catalog.pg_namespace n on n.oid = c.opcnamespace
    join pg_catalog.pg_am am on am.oid = c.opcmethod
    join pg_catalog.pg_opfamily f on f.oid = c.opcfamily
    join pg_catalog.pg_namespace fn on fn.oid = f.opfnamespace
    left join operators o on o.opclass = c.oid
    left join functions x on x.opclass = c.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_opclass'::regclass and e.objid = c.oid and e.deptype = 'e')
