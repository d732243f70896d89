-- Base types and shell types; not the array types that come with others.
with name_of (oid, name) as materialized (
    select p.oid,
           case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(p.proname)
    from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
)
select t.oid,
       n.nspname                                                     as schema,
       t.typname                                                     as name,
       pg_catalog.pg_get_userbyid(t.typowner)                        as owner,
       input.name                                                    as input,
       output.name                                                   as output,
       receive.name                                                  as receive,
       send.name                                                     as send,
       typmod_in.name                                                as typmod_in,
       typmod_out.name                                               as typmod_out,
       analyze_.name                                                 as analyze,
       (select s.name from name_of s where s.oid = t.typsubscript)   as subscript, --@ since 140000 : (select s.name from name_of s where s.oid = t.typsubscript) : null
       case when t.typlen > 0 and t.typisdefined then t.typlen end   as length,
       t.typbyval and t.typisdefined                                 as by_value,
       case when t.typisdefined then
           case t.typalign when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4' when 'd' then 'double' end
       end                                                           as alignment,
       case t.typstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' when 'm' then 'main' end as storage,
       case when t.typisdefined then t.typcategory end               as category,
       t.typispreferred                                              as preferred,
       t.typdefault                                                  as default,
       case when t.typelem <> 0 then pg_catalog.format_type(t.typelem, null) end as element,
       t.typdelim                                                    as delimiter,
       t.typcollation <> 0                                           as collatable
from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    left join name_of input on input.oid = t.typinput and t.typisdefined
    left join name_of output on output.oid = t.typoutput and t.typisdefined
    left join name_of receive on receive.oid = t.typreceive
    left join name_of send on send.oid = t.typsend
    left join name_of typmod_in on typmod_in.oid = t.typmodin
    left join name_of typmod_out on typmod_out.oid = t.typmodout
    left join name_of analyze_ on analyze_.oid = t.typanalyze
where n.nspname = any (current_setting('kedge.managed')::name[])
  and (t.typtype = 'b' or t.typtype = 'p' and not t.typisdefined)
  and not exists (select from pg_catalog.pg_type e where e.typarray = t.oid)
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
