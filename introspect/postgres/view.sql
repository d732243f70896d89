-- Views.
select c.oid,
       n.nspname                                                     as schema,
       c.relname                                                     as name,
       pg_catalog.pg_get_userbyid(c.relowner)                        as owner,
       rtrim(ltrim(pg_catalog.pg_get_viewdef(c.oid, false), ' '), ';') as query,
       coalesce(o.security_barrier, false)                           as security_barrier,
       coalesce(o.security_invoker, false)                           as security_invoker,
       o.check_option,
       (select string_agg(concat(quote_ident(a.attname), ' ', pg_catalog.format_type(a.atttypid, a.atttypmod), ' ',
                                 case when a.attcollation <> 0 then a.attcollation::regcollation end), e'\n' order by a.attnum)
        from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0)                   as shape
from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join lateral (
        select bool_or(option_value::bool) filter (where option_name = 'security_barrier') as security_barrier,
               bool_or(option_value::bool) filter (where option_name = 'security_invoker') as security_invoker,
               max(lower(option_value)) filter (where option_name = 'check_option')        as check_option
        from pg_catalog.pg_options_to_table(c.reloptions)
    ) o on c.reloptions is not null
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind = 'v'
