-- Text search dictionaries. Their options are kept as a text: name = 'value', ... with names quoted where needed, E'' where a value has a
-- backslash, and numbers bare.
select d.oid,
       n.nspname                                  as schema,
       d.dictname                                 as name,
       pg_catalog.pg_get_userbyid(d.dictowner)    as owner,
       case when tn.nspname = 'pg_catalog' then '' else quote_ident(tn.nspname) || '.' end || quote_ident(t.tmplname) as template,
       (select json_object_agg(
                   case when x.m[1] like '"%' then replace(substr(x.m[1], 2, length(x.m[1]) - 2), '""', '"') else x.m[1] end,
                   case
                       when x.m[2] like 'E''%' then replace(replace(substr(x.m[2], 3, length(x.m[2]) - 3), '''''', ''''), '\\', '\')
                       when x.m[2] like '''%' then replace(substr(x.m[2], 2, length(x.m[2]) - 2), '''''', '''')
                       else x.m[2]
                   end)
        from pg_catalog.regexp_matches(d.dictinitoption,
                                       '("(?:[^"]|"")+"|[^" =,]+) = (E?''(?:[^''\\]|''''|\\.)*''|[^'',]+)', 'g') x (m)) as options
from pg_catalog.pg_ts_dict d
    join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
    join pg_catalog.pg_ts_template t on t.oid = d.dicttemplate
    join pg_catalog.pg_namespace tn on tn.oid = t.tmplnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_ts_dict'::regclass and e.objid = d.oid and e.deptype = 'e')
