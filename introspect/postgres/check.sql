-- Check constraints of tables and of domains. parent_class says which of the two parent is.
select con.oid,
       con.conrelid                                                  as parent,
       'pg_class'                                                    as parent_class,
       con.conname                                                   as name,
       null                                                          as position,
       pg_catalog.pg_get_expr(con.conbin, con.conrelid, false)       as expression,
       con.connoinherit                                              as no_inherit,
       not con.convalidated and con.conenforced                      as not_valid, --@ since 180000 : not con.convalidated and con.conenforced : not con.convalidated
       not con.conenforced                                           as not_enforced, --@ since 180000 : not con.conenforced : false
       not con.conislocal                                            as inherited
from pg_catalog.pg_constraint con
    join pg_catalog.pg_class c on c.oid = con.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p', 'f')
  and con.contype = 'c'
union all
select con.oid,
       con.contypid,
       'pg_type',
       con.conname,
       null,
       pg_catalog.pg_get_expr(con.conbin, 0, false),
       con.connoinherit,
       not con.convalidated,
       false,
       false
from pg_catalog.pg_constraint con
    join pg_catalog.pg_type t on t.oid = con.contypid
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and con.contype = 'c'
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
