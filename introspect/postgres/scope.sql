-- What is read. Resolves kedge.schemas and kedge.skip (see README.md) into the two settings that the other files use:
-- kedge.managed, the schemas in search order, and kedge.left_out, the relations in them that are not read. One row a schema.
select unnest(scope.managed::name[]) as name
from (
    select set_config('kedge.managed', (
               select coalesce(array_agg(n.nspname
                                         order by array_position(current_setting('kedge.schemas')::name[], n.nspname),
                                                  n.nspname <> 'public', n.nspname), '{}')::text
               from pg_catalog.pg_namespace n
               where case
                         when current_setting('kedge.schemas') <> '{}'
                             then n.nspname = any (current_setting('kedge.schemas')::name[])
                         else n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                              and not exists (select from pg_catalog.pg_depend e
                                              where e.classid = 'pg_catalog.pg_namespace'::regclass
                                                and e.objid = n.oid and e.deptype = 'e')
                     end
           ), true) as managed,
           -- runs after the first, and uses what that has set
           set_config('kedge.left_out', (
               with recursive gone (oid) as (
                   select c.oid
                   from pg_catalog.pg_class c
                       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = any (nullif(current_setting('kedge.managed', true), '')::name[]) -- the planner asks before it is set
                     and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c')
                          -- what it inherits from, or its type, is in no managed schema
                     and (c.oid in (select i.inhrelid
                                       from pg_catalog.pg_inherits i
                                           join pg_catalog.pg_class ic on ic.oid = i.inhparent
                                           join pg_catalog.pg_namespace ip on ip.oid = ic.relnamespace
                                       where ip.nspname <> all (nullif(current_setting('kedge.managed', true), '')::name[]))
                          or c.reloftype in (select t.oid
                                             from pg_catalog.pg_type t
                                                 join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
                                             where tn.nspname <> all (nullif(current_setting('kedge.managed', true), '')::name[])
                                                or exists (select from pg_catalog.pg_depend e
                                                           where e.classid = 'pg_catalog.pg_type'::regclass
                                                             and e.objid = t.oid and e.deptype = 'e'))
                          or c.oid in (select e.objid from pg_catalog.pg_depend e
                                       where e.classid = 'pg_catalog.pg_class'::regclass and e.deptype = 'e')
                          or c.reltype in (select e.objid from pg_catalog.pg_depend e
                                           where e.classid = 'pg_catalog.pg_type'::regclass and e.deptype = 'e')
                          or n.nspname || '.' || c.relname = any (current_setting('kedge.skip')::text[]))
                   union
                   -- and what inherits from such a table
                   select i.inhrelid
                   from gone g
                       join pg_catalog.pg_inherits i on i.inhparent = g.oid
               )
               select coalesce(array_agg(g.oid), '{}')::text
               from (
                   select oid from gone
                   union
                   -- sequences go with the table whose column owns them
                   select d.objid
                   from pg_catalog.pg_depend d
                       join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S'
                   where d.classid = 'pg_catalog.pg_class'::regclass
                     and d.refclassid = 'pg_catalog.pg_class'::regclass
                     and d.deptype in ('a', 'i')
                     and d.refobjid in (select oid from gone)
               ) g
           ), true) as left_out
) scope
