-- Operator families, with what is in them and of none of their classes.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
           || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')'
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
),
loose (class, member, family) as materialized (
    select d.classid, d.objid, d.refobjid
    from pg_catalog.pg_depend d
    where d.refclassid = 'pg_catalog.pg_opfamily'::regclass
      and d.classid in ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
      and d.refobjid >= 16384
),
operators as (
    select l.family,
           json_agg(json_strip_nulls(json_build_object(
               'strategy', o.amopstrategy,
               'operator', case when opn.nspname <> 'pg_catalog' then quote_ident(opn.nspname) || '.' else '' end || op.oprname
                           || '(' || pg_catalog.format_type(o.amoplefttype, null) || ', '
                           || pg_catalog.format_type(o.amoprighttype, null) || ')',
               'order_by', case when s.oid is not null then
                   case when sn.nspname <> 'pg_catalog' then quote_ident(sn.nspname) || '.' else '' end || quote_ident(s.opfname)
               end))) as members
    from loose l
        join pg_catalog.pg_amop o on l.class = 'pg_catalog.pg_amop'::regclass and o.oid = l.member
        join pg_catalog.pg_operator op on op.oid = o.amopopr
        join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
        left join pg_catalog.pg_opfamily s on s.oid = o.amopsortfamily
        left join pg_catalog.pg_namespace sn on sn.oid = s.opfnamespace
    group by l.family
),
functions as (
    select l.family,
           json_agg(json_build_object(
               'support', a.amprocnum,
               'left', pg_catalog.format_type(a.amproclefttype, null),
               'right', pg_catalog.format_type(a.amprocrighttype, null),
               'function', p.name)) as members
    from loose l
        join pg_catalog.pg_amproc a on l.class = 'pg_catalog.pg_amproc'::regclass and a.oid = l.member
        join name_of p on p.oid = a.amproc
    group by l.family
)
select f.oid,
       n.nspname                                                     as schema,
       f.opfname                                                     as name,
       pg_catalog.pg_get_userbyid(f.opfowner)                        as owner,
       am.amname                                                     as method,
       o.members                                                     as operators,
       x.members                                                     as functions
from pg_catalog.pg_opfamily f
    join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
    join pg_catalog.pg_am am on am.oid = f.opfmethod
    left join operators o on o.family = f.oid
    left join functions x on x.family = f.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_opfamily'::regclass and e.objid = f.oid and e.deptype = 'e')
