-- Functions, window functions too, and procedures.
select p.oid,
       case p.prokind when 'p' then 'procedure' else 'function' end     as kind,
       n.nspname                                                     as schema,
       p.proname                                                     as name,
       pg_catalog.pg_get_userbyid(p.proowner)                        as owner,
       case when p.pronargs > 0 or p.proallargtypes is not null then (
           select json_agg(json_strip_nulls(json_build_object(
                      'mode', case coalesce(p.proargmodes[a.position], 'i')
                                  when 'o' then 'out' when 'b' then 'inout' when 'v' then 'variadic'
                              end,
                      'name', nullif(p.proargnames[a.position], ''),
                      'type', pg_catalog.format_type(a.type, null),
                      'default', case when p.pronargdefaults > 0 then
                                     pg_catalog.pg_get_function_arg_default(p.oid, a.position::int) end
                  )) order by a.position)
           from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality a (type, position)
           -- the columns of TABLE (...) are in the result
           where coalesce(p.proargmodes[a.position], 'i') <> 't'
       ) end                                                         as args,
       -- OUT arguments say it, unless it is a set
       case when p.prokind <> 'p' and (p.proretset or not p.proargmodes && '{o,b}'::"char"[] or p.proargmodes is null) then
           pg_catalog.pg_get_function_result(p.oid)
       end                                                           as returns,
       l.lanname                                                     as language,
       case when p.prosqlbody is null then p.prosrc end              as body, --@ since 140000 : case when p.prosqlbody is null then p.prosrc end : p.prosrc
       p.probin                                                      as library,
       pg_catalog.pg_get_function_sqlbody(p.oid)                     as sql_body, --@ since 140000 : pg_catalog.pg_get_function_sqlbody(p.oid) : null
       case when p.protrftypes is not null then (
           select json_agg(json_build_object('type', pg_catalog.format_type(x.type, null)) order by x.position)
           from unnest(p.protrftypes) with ordinality x (type, position)
       ) end                                                         as transforms,
       p.prosecdef                                                   as security_definer,
       case when p.proconfig is not null then (
           select json_object_agg(split_part(s, '=', 1), substr(s, strpos(s, '=') + 1))
           from unnest(p.proconfig) s
       ) end                                                         as set,
       goes.names                                                    as depends_on_extensions,
       case p.provolatile when 'v' then 'volatile' when 's' then 'stable' when 'i' then 'immutable' end as volatility,
       p.proisstrict                                                 as strict,
       p.proleakproof                                                as leakproof,
       p.prokind = 'w'                                               as "window",
       case p.proparallel when 'u' then 'unsafe' when 'r' then 'restricted' when 's' then 'safe' end as parallel,
       nullif(p.procost::numeric, case when l.lanname in ('internal', 'c') then 1 else 100 end) as cost,
       nullif(p.prorows::numeric, case when p.proretset then 1000 else 0 end) as rows,
       nullif(p.prosupport::oid, 0)::regproc                         as support
from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    join pg_catalog.pg_language l on l.oid = p.prolang
    left join (
        select d.objid, json_agg(e.extname order by e.extname) as names
        from pg_catalog.pg_depend d
            join pg_catalog.pg_extension e on e.oid = d.refobjid
        where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.classid = 'pg_catalog.pg_proc'::regclass and d.deptype = 'x'
        group by d.objid
    ) goes on goes.objid = p.oid
where n.nspname = any (current_setting('kedge.managed')::name[])
  and p.prokind in ('f', 'w', 'p')
  -- of an extension, or made with something else (the constructors of a range type)
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
