-- Policies of row-level security. A list with role 0 is everybody.
select p.oid,
       p.polrelid                                                    as parent,
       p.polname                                                     as name,
       null                                                          as position,
       not p.polpermissive                                           as restrictive,
       case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
                                                                     as command,
       case when not 0 = any (p.polroles) then
           to_json(array(select r.rolname
                         from pg_catalog.pg_roles r
                         where r.oid = any (p.polroles)
                         order by r.rolname collate "C"))
       end                                                           as roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid, false)          as "using",
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid, false)     as "check"
from pg_catalog.pg_policy p
    join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = any (current_setting('kedge.managed')::name[])
  and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
  and c.relkind in ('r', 'p')
