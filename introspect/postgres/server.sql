-- Foreign servers. Values of secret options never leave the server.
select s.oid,
       s.srvname                                                     as name,
       pg_catalog.pg_get_userbyid(s.srvowner)                        as owner,
       w.fdwname                                                     as wrapper,
       s.srvtype                                                     as type,
       s.srvversion                                                  as version,
       (select json_object_agg(o.option_name, coalesce(o.option_value, ''))
        from pg_catalog.pg_options_to_table(s.srvoptions) o
        where o.option_name !~* current_setting('kedge.secret')) as options
from pg_catalog.pg_foreign_server s
    join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
where not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_foreign_server'::regclass and e.objid = s.oid and e.deptype = 'e')
