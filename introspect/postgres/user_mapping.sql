-- User mappings, through the view that all may read. Values of secret options never leave the server.
select u.umid                                                        as oid,
       u.srvid                                                       as parent,
       u.usename                                                     as name,
       null                                                          as position,
       (select json_object_agg(o.option_name, coalesce(o.option_value, ''))
        from pg_catalog.pg_options_to_table(u.umoptions) o
        where o.option_name !~* current_setting('kedge.secret')) as options
from pg_catalog.pg_user_mappings u
where not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_foreign_server'::regclass and e.objid = u.srvid and e.deptype = 'e')
