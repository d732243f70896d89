-- Text search configurations with their mappings.
select c.oid,
       n.nspname                                  as schema,
       c.cfgname                                  as name,
       pg_catalog.pg_get_userbyid(c.cfgowner)     as owner,
       case when pn.nspname = 'pg_catalog' then '' else quote_ident(pn.nspname) || '.' end || quote_ident(p.prsname) as parser,
       (select json_agg(json_build_object('token', m.token, 'dictionaries', m.dictionaries) order by m.token collate "C")
        from (select tt.alias as token,
                     json_agg(case when dn.nspname = 'pg_catalog' then '' else quote_ident(dn.nspname) || '.' end || quote_ident(d.dictname)
                              order by x.mapseqno) as dictionaries
              from pg_catalog.pg_ts_config_map x
                  join pg_catalog.pg_ts_dict d on d.oid = x.mapdict
                  join pg_catalog.pg_namespace dn on dn.oid = d.dictnamespace
                  join pg_catalog.ts_token_type(c.cfgparser) tt on tt.tokid = x.maptokentype
              where x.mapcfg = c.oid
              group by tt.alias) m)               as mappings
from pg_catalog.pg_ts_config c
    join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
    join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
    join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_ts_config'::regclass and e.objid = c.oid and e.deptype = 'e')
