-- Foreign-data wrappers. Values of secret options never leave the server.
select w.oid,
       w.fdwname                                                     as name,
       pg_catalog.pg_get_userbyid(w.fdwowner)                        as owner,
       nullif(w.fdwhandler, 0)::regproc                              as handler,
       nullif(w.fdwvalidator, 0)::regproc                            as validator,
       (select json_object_agg(o.option_name, coalesce(o.option_value, ''))
        from pg_catalog.pg_options_to_table(w.fdwoptions) o
        where o.option_name !~* current_setting('kedge.secret')) as options
from pg_catalog.pg_foreign_data_wrapper w
where not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_foreign_data_wrapper'::regclass and e.objid = w.oid and e.deptype = 'e')
