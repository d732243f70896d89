-- Views.
with recursive
-- Nothing needs what is younger than itself, but for what was replaced: without that there is no circle, and mostly there is none of these.
replaced as materialized (
    select distinct w.ev_class as oid, d.refclassid, d.refobjid
    from pg_catalog.pg_rewrite w
        join pg_catalog.pg_class c on c.oid = w.ev_class and c.relkind = 'v'
        join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid and d.deptype = 'n'
    where w.rulename = '_RETURN'
      and (d.refobjid <> w.ev_class or d.refobjsubid > 0) -- before 16 every view seems to select from itself
      and exists (select from pg_catalog.pg_depend y
                  where y.classid = 'pg_catalog.pg_rewrite'::regclass and y.objid = w.oid and y.deptype = 'n'
                        and (y.refobjid > w.ev_class or y.refobjid = w.ev_class and y.refobjsubid > 0))
),
reach (start, class, oid) as (
    select r.oid, r.refclassid, r.refobjid
    from replaced r
    union
    select r.start, d.refclassid, d.refobjid
    from reach r
        left join pg_catalog.pg_rewrite w on r.class = 'pg_catalog.pg_class'::regclass and w.ev_class = r.oid and w.rulename = '_RETURN'
        join pg_catalog.pg_depend d on d.deptype in ('n', 'a', 'i')
                                       and (d.classid = r.class and d.objid = r.oid
                                            or d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid)
    where d.refobjid >= 16384
      and (w.oid is null or d.refobjid <> r.oid)
)
select c.oid,
       n.nspname                                                     as schema,
       c.relname                                                     as name,
       pg_catalog.pg_get_userbyid(c.relowner)                        as owner,
       rtrim(ltrim(pg_catalog.pg_get_viewdef(c.oid, false), ' '), ';') as query,
       coalesce(o.security_barrier, false)                           as security_barrier,
       coalesce(o.security_invoker, false)                           as security_invoker,
       o.check_option,
       pg_catalog.array_to_string(s.columns, e'\n')                  as shape,
       case when exists (select from reach r where r.start = c.oid and r.class = 'pg_catalog.pg_class'::regclass and r.oid = c.oid)
            then to_json(s.columns) end                              as stub
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join lateral (
        select bool_or(option_value::bool) filter (where option_name = 'security_barrier') as security_barrier,
               bool_or(option_value::bool) filter (where option_name = 'security_invoker') as security_invoker,
               max(lower(option_value)) filter (where option_name = 'check_option')        as check_option
        from pg_catalog.pg_options_to_table(c.reloptions)
    ) o on c.reloptions is not null
    cross join lateral (
        select array_agg(concat(quote_ident(a.attname), ' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
                                ' collate ' || case when a.attcollation <> t.typcollation then a.attcollation::regcollation end)
                         order by a.attnum) as columns
        from pg_catalog.pg_attribute a
            join pg_catalog.pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0
    ) s
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'v'
