-- Event triggers whose function is in a managed schema.
select t.oid,
       t.evtname                                                     as name,
       pg_catalog.pg_get_userbyid(t.evtowner)                        as owner,
       t.evtevent                                                    as event,
       to_json(t.evttags)                                            as tags,
       t.evtfoid::regproc                                            as function,
       case t.evtenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled
from pg_catalog.pg_event_trigger t
    join pg_catalog.pg_proc p on p.oid = t.evtfoid
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_event_trigger'::regclass and e.objid = t.oid and e.deptype = 'e')
