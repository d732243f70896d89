-- Aggregates.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
)
select p.oid,
       n.nspname                                                     as schema,
       p.proname                                                     as name,
       pg_catalog.pg_get_userbyid(p.proowner)                        as owner,
       case when p.pronargs > 0 then (
           select json_agg(json_strip_nulls(json_build_object(
                      'mode', case p.proargmodes[a.place] when 'v' then 'variadic' end,
                      'name', nullif(p.proargnames[a.place], ''),
                      'type', pg_catalog.format_type(p.proargtypes[a.place - 1], null),
                      'order_by', case when g.aggkind <> 'n' and a.position > g.aggnumdirectargs then true end
                  )) order by a.position)
           from (select s as position, least(s, p.pronargs) as place
                 -- (VARIADIC "any" ORDER BY VARIADIC "any") is kept as one argument
                 from generate_series(1, p.pronargs + case when g.aggkind <> 'n' and g.aggnumdirectargs = p.pronargs
                                                           then 1 else 0 end) s) a
       ) end                                                         as args,
       g.aggkind = 'h'                                               as hypothetical,
       f.name                                                        as sfunc,
       pg_catalog.format_type(g.aggtranstype, null)                  as stype,
       nullif(g.aggtransspace, 0)                                    as sspace,
       final.name                                                    as finalfunc,
       g.aggfinalextra                                               as finalfunc_extra,
       case when g.aggfinalmodify <> usual.modify then
           case g.aggfinalmodify when 'r' then 'read only' when 's' then 'shareable' else 'read write' end
       end                                                           as finalfunc_modify,
       combine.name                                                  as combinefunc,
       serial.name                                                   as serialfunc,
       deserial.name                                                 as deserialfunc,
       g.agginitval                                                  as initcond,
       mf.name                                                       as msfunc,
       minv.name                                                     as minvfunc,
       case when g.aggmtranstype <> 0 then pg_catalog.format_type(g.aggmtranstype, null) end as mstype,
       nullif(g.aggmtransspace, 0)                                   as msspace,
       mfinal.name                                                   as mfinalfunc,
       g.aggmfinalextra                                              as mfinalfunc_extra,
       case when g.aggmfinalmodify <> usual.modify then
           case g.aggmfinalmodify when 'r' then 'read only' when 's' then 'shareable' else 'read write' end
       end                                                           as mfinalfunc_modify,
       g.aggminitval                                                 as minitcond,
       case when o.oid is not null then
           case when opn.nspname <> 'pg_catalog' then quote_ident(opn.nspname) || '.' else '' end || o.oprname
       end                                                           as sortop,
       case p.proparallel when 'u' then 'unsafe' when 'r' then 'restricted' when 's' then 'safe' end as parallel,
       (select json_agg(e.extname order by e.extname)
        from pg_catalog.pg_depend d
            join pg_catalog.pg_extension e on e.oid = d.refobjid
        where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid
          and d.deptype = 'x')                                       as depends_on_extensions
from pg_catalog.pg_aggregate g
    join pg_catalog.pg_proc p on p.oid = g.aggfnoid
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    cross join lateral (select case when g.aggkind = 'n' then 'r' else 'w' end) usual (modify)
    join name_of f on f.oid = g.aggtransfn
    left join name_of final on final.oid = g.aggfinalfn
    left join name_of combine on combine.oid = g.aggcombinefn
    left join name_of serial on serial.oid = g.aggserialfn
    left join name_of deserial on deserial.oid = g.aggdeserialfn
    left join name_of mf on mf.oid = g.aggmtransfn
    left join name_of minv on minv.oid = g.aggminvtransfn
    left join name_of mfinal on mfinal.oid = g.aggmfinalfn
    left join pg_catalog.pg_operator o on o.oid = g.aggsortop
    left join pg_catalog.pg_namespace opn on opn.oid = o.oprnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')
