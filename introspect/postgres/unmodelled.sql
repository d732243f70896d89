-- What the managed schemas hold and no kind covers, each once: `what` in words, `address` as in messages. Objects without a schema (casts,
-- languages, ...) are looked at in the whole database. Nothing of extensions.
--
-- "--? what: why" is what docs/coverage.md says of it: every `what` has such a line.
with managed as materialized (
    select n.oid, n.nspname
    from pg_catalog.pg_namespace n
    where n.nspname = any (current_setting('kedge.managed')::name[])
),
-- of an extension
member as materialized (
    select e.classid, e.objid
    from pg_catalog.pg_depend e
    where e.deptype = 'e'
),
relation as materialized (
    select c.oid,
           c.relkind,
           c.relispartition,
           c.reloftype,
           case c.relkind
               when 'v' then 'view'
               when 'm' then 'materialized view'
               when 'S' then 'sequence'
               when 'f' then 'foreign table'
               when 'c' then 'composite'
               else 'table'
           end                                                        as kind,
           quote_ident(m.nspname) || '.' || quote_ident(c.relname)    as path,
           c.oid in (select unnest(current_setting('kedge.left_out')::oid[])) as left_out,
           m.nspname || '.' || c.relname = any (current_setting('kedge.skip')::text[]) as skipped
    from pg_catalog.pg_class c
        join managed m on m.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c')
),
-- types that come with others, of which something is said
part_type as materialized (
    select t.oid, t.typacl as acl, t.typowner as owner
    from (select x.*
          from pg_catalog.pg_type x
          where x.typacl is not null
             or x.oid in (select d.objoid from pg_catalog.pg_description d
                          where d.classoid = 'pg_catalog.pg_type'::regclass and d.objoid >= 16384)
          offset 0) t
        join managed m on m.oid = t.typnamespace
    where (t.typtype = 'm'
           or t.typtype = 'c' and t.typrelid in (select r.oid from relation r where r.relkind <> 'c' and not r.left_out)
           or exists (select from pg_catalog.pg_type e where e.typarray = t.oid))
      and not exists (select from member e where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid)
      and (t.typtype <> 'm' or not exists (select from pg_catalog.pg_depend d
                                           join member e on e.classid = d.refclassid and e.objid = d.refobjid
                                           where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid and d.deptype = 'i'))
),
-- objects that the server can name itself
found (what, classid, objid) as (
    -- of a class that no kind covers, in a managed schema
    select null, d.classid, d.objid
    from pg_catalog.pg_depend d
        join managed m on m.oid = d.refobjid
    where d.refclassid = 'pg_catalog.pg_namespace'::regclass
      and d.deptype in ('n', 'a')
      and d.classid not in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_type'::regclass, 'pg_catalog.pg_proc'::regclass,
                            'pg_catalog.pg_extension'::regclass, 'pg_catalog.pg_constraint'::regclass,
                            -- of a kind that is modelled, where a text names the schema: 'app'::regnamespace
                            'pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_attrdef'::regclass, 'pg_catalog.pg_policy'::regclass,
                            'pg_catalog.pg_trigger'::regclass,
                            'pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_opfamily'::regclass, 'pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_conversion'::regclass,
                            'pg_catalog.pg_collation'::regclass, 'pg_catalog.pg_statistic_ext'::regclass,
                            'pg_catalog.pg_ts_parser'::regclass, 'pg_catalog.pg_ts_template'::regclass,
                            'pg_catalog.pg_ts_dict'::regclass, 'pg_catalog.pg_ts_config'::regclass,
                            -- below, with the global ones, and with the publication
                            'pg_catalog.pg_default_acl'::regclass,
                            coalesce(to_regclass('pg_catalog.pg_publication_namespace')::oid, 0))
    union all
    -- made for a link to it, and left by what linked to it
    --? shell operator: left behind where an operator named a commutator or negator that was never made; drop it
    select 'shell operator', 'pg_catalog.pg_operator'::regclass, o.oid
    from pg_catalog.pg_operator o
        join managed m on m.oid = o.oprnamespace
    where o.oprcode = 0
      and not exists (select from pg_catalog.pg_operator x where o.oid in (x.oprcom, x.oprnegate))
--@ begin 140000
    union all
    --? multirange type apart from its range type: it was moved to another schema
    select 'multirange type apart from its range type', 'pg_catalog.pg_type'::regclass, t.oid
    from pg_catalog.pg_range r
        join pg_catalog.pg_type t on t.oid = r.rngmultitypid
        join pg_catalog.pg_type x on x.oid = r.rngtypid
        join managed m on m.oid = x.typnamespace
    where t.typnamespace <> x.typnamespace
--@ end
    union all
    --? statistics in a schema that is not managed, or of the same name as others: statistics are told by their table and name
    select 'statistics in a schema that is not managed, or of the same name as others', 'pg_catalog.pg_statistic_ext'::regclass, s.oid
    from pg_catalog.pg_statistic_ext s
        join pg_catalog.pg_class c on c.oid = s.stxrelid
        join managed m on m.oid = s.stxnamespace or m.oid = c.relnamespace
    where s.stxnamespace <> c.relnamespace
      and (s.stxnamespace not in (select x.oid from managed x)
           or c.relnamespace not in (select x.oid from managed x)
           or exists (select from pg_catalog.pg_statistic_ext x
                      where x.stxrelid = s.stxrelid and x.stxname = s.stxname and x.oid <> s.oid))
    union all
    -- operators and functions that were added to a family of the server's or an extension's, and that no class holds. The server does not
    -- say which members an extension has put in its own family.
    --? member of an operator family that is not managed: added to a family of the server or of an extension, which is theirs
    select 'member of an operator family that is not managed', a.class, a.oid
    from (select 'pg_catalog.pg_amop'::regclass, o.oid, o.amopfamily, 'pg_catalog.pg_operator'::regclass, o.amopopr
          from pg_catalog.pg_amop o
          where o.oid >= 16384
          union all
          select 'pg_catalog.pg_amproc'::regclass, f.oid, f.amprocfamily, 'pg_catalog.pg_proc'::regclass, f.amproc
          from pg_catalog.pg_amproc f
          where f.oid >= 16384) a (class, oid, family, of_class, of)
    where (a.family < 16384
           or a.of >= 16384 and exists (select from member e where e.classid = 'pg_catalog.pg_opfamily'::regclass and e.objid = a.family))
      and not exists (select from member e where e.classid = a.of_class and e.objid = a.of)
      and not exists (select from pg_catalog.pg_depend d
                      where d.classid = a.class and d.objid = a.oid and d.refclassid = 'pg_catalog.pg_opclass'::regclass)
)
select coalesce(f.what, i.type)        as what,
       coalesce(f.what, i.type) || ' ' || i.identity as address
from found f
    cross join lateral pg_catalog.pg_identify_object(f.classid, f.objid, 0) i
where f.objid >= 16384
  and not exists (select from member e where e.classid = f.classid and e.objid = f.objid)
union all
--? subscription whose connection cannot be read, or is a URI: only superusers may read it; a connection as key=value can be modelled
select 'subscription whose connection cannot be read, or is a URI', 'subscription ' || quote_ident(s.subname)
from pg_catalog.pg_subscription s
where s.subdbid = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
  and (not pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select')
       or pg_catalog.query_to_xml('select subconninfo ~* ''^\s*postgres(ql)?://'' as c from pg_catalog.pg_subscription'
                                  || ' where subdbid = ' || s.subdbid || ' and subname = ' || quote_literal(s.subname),
                                  false, false, '')::text like '%<c>true</c>%')
union all
-- relations that are not read, and why
--? sequence of a table that is not modelled: the column that owns it is not read
--? partition of a table that is not modelled: its parent is not read
--? table of a type that is not modelled: the type is not read
--? table that inherits from one that is not modelled: its parent is not read, or is in a schema that is not managed
select case
           when r.relkind = 'S' then 'sequence of a table that is not modelled'
           when r.relispartition then 'partition of a table that is not modelled'
           when r.reloftype <> 0 then 'table of a type that is not modelled'
           else 'table that inherits from one that is not modelled'
       end,
       r.kind || ' ' || r.path
from relation r
where r.left_out
  and not r.skipped
  and r.relkind <> 'c'
  and not exists (select from member e where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = r.oid)
  -- the sequence of an identity column is the column's, and that of a table that was not asked for nobody's
  and not exists (select from pg_catalog.pg_depend d
                  where r.relkind = 'S'
                    and d.classid = 'pg_catalog.pg_class'::regclass
                    and d.objid = r.oid
                    and d.refclassid = 'pg_catalog.pg_class'::regclass
                    and (d.deptype = 'i'
                         or d.deptype = 'a' and d.refobjid in (select x.oid from relation x where x.skipped
                                                               union all
                                                               select e.objid from member e
                                                               where e.classid = 'pg_catalog.pg_class'::regclass)))
union all
-- from here on: what is said of relations that are read
--? invalid index: a concurrent build failed or is still going on; drop it, or build it again
select 'invalid index', 'index ' || r.path || '.' || quote_ident(c.relname)
from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join relation r on r.oid = i.indrelid
where not r.left_out
  and not (i.indisvalid and i.indislive)
  and r.relkind <> 'p'
union all
--? access method of a partitioned table: heap, said by name (17), so that its partitions get it whatever default_table_access_method says; another one is modelled
select 'access method of a partitioned table', 'table ' || r.path
from relation r
    join pg_catalog.pg_class c on c.oid = r.oid
    join pg_catalog.pg_am am on am.oid = c.relam
where not r.left_out
  and r.relkind = 'p'
  and am.amname = 'heap'
union all
--? exclusion constraint of a partitioned table alone: some of its partitions are without it, and PostgreSQL has no way to complete it
select 'exclusion constraint of a partitioned table alone', 'exclusion ' || r.path || '.' || quote_ident(con.conname)
from pg_catalog.pg_constraint con
    join pg_catalog.pg_index i on i.indexrelid = con.conindid
    join relation r on r.oid = con.conrelid
where not r.left_out
  and r.relkind = 'p'
  and con.contype = 'x'
  and not i.indisvalid
union all
--? partition whose detaching was not finished: DETACH PARTITION CONCURRENTLY was interrupted; say DETACH PARTITION ... FINALIZE
--@ begin 140000
select 'partition whose detaching was not finished', 'table ' || r.path
from pg_catalog.pg_inherits h
    join relation r on r.oid = h.inhrelid
where not r.left_out
  and h.inhdetachpending
union all
--@ end
--? disabled triggers of constraints: foreign keys are not checked then; enable them again with ALTER TABLE ... ENABLE TRIGGER ALL
select distinct 'disabled triggers of constraints', r.kind || ' ' || r.path
from pg_catalog.pg_trigger t
    join relation r on r.oid = t.tgrelid
    left join pg_catalog.pg_constraint x on x.oid = t.tgconstraint
where not r.left_out
  and t.tgisinternal
  and t.tgenabled <> 'O'
  -- those that partitions have from their partitioned tables, before 15
  and not (t.tgparentid <> 0 and coalesce(x.contype, 't') = 't')
union all
--? comment on the constraint of a constraint trigger: of one that a renamed trigger or one of a partition has; of others it is modelled
select 'comment on the constraint of a constraint trigger', 'trigger ' || r.path || '.' || quote_ident(con.conname)
from pg_catalog.pg_constraint con
    join relation r on r.oid = con.conrelid
    join pg_catalog.pg_description d
        on d.objoid = con.oid and d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objsubid = 0
where not r.left_out
  and con.contype = 't'
  and not exists (select from pg_catalog.pg_trigger t where t.tgconstraint = con.oid and t.tgname = con.conname and t.tgparentid = 0)
union all
-- pg_dump knows nothing of these either
--? comment on a part of another object: on a row, array or multirange type, the rule of a view, the trigger of a partition, or a system column; say it of the whole
select 'comment on a part of another object', i.type || ' ' || i.identity
from pg_catalog.pg_description d
    cross join lateral pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i
where d.objoid >= 16384
  and (d.classoid = 'pg_catalog.pg_type'::regclass and d.objoid in (select p.oid from part_type p)
       or d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid < 0 and d.objoid in (select r.oid from relation r where not r.left_out)
       or d.classoid = 'pg_catalog.pg_rewrite'::regclass
          and d.objoid in (select w.oid from pg_catalog.pg_rewrite w join relation r on r.oid = w.ev_class
                           where w.rulename = '_RETURN' and not r.left_out)
       or d.classoid = 'pg_catalog.pg_trigger'::regclass
          and d.objoid in (select t.oid from pg_catalog.pg_trigger t join relation r on r.oid = t.tgrelid
                           where t.tgparentid <> 0 and not r.left_out))
union all
--? privileges on a part of another object: on a row or multirange type, or a system column
select 'privileges on a part of another object', i.type || ' ' || i.identity
from (
    select 'pg_catalog.pg_type'::regclass, p.oid, 0
    from part_type p
    where p.acl is not null
      and not (p.acl @> pg_catalog.acldefault('T', p.owner) and p.acl <@ pg_catalog.acldefault('T', p.owner))
    union all
    select 'pg_catalog.pg_class'::regclass, a.attrelid, a.attnum
    from pg_catalog.pg_attribute a
        join relation r on r.oid = a.attrelid
    where a.attnum < 0 and a.attacl is not null and not r.left_out
) g (class, oid, sub)
    cross join lateral pg_catalog.pg_identify_object(g.class, g.oid, g.sub) i
union all
--? privileges whose grantor may not grant them: he may do so no more, and nobody could grant them again; on columns the server lets that happen
select distinct 'privileges whose grantor may not grant them', i.type || ' ' || i.identity
from (
    select 'pg_catalog.pg_class'::regclass, c.oid, 0, c.relacl, c.relowner
    from pg_catalog.pg_class c
        join managed m on m.oid = c.relnamespace
    where c.relacl is not null
    union all
    select 'pg_catalog.pg_class'::regclass, c.oid, a.attnum, a.attacl, c.relowner
    from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid
        join managed m on m.oid = c.relnamespace
    where a.attacl is not null
    union all
    select 'pg_catalog.pg_proc'::regclass, p.oid, 0, p.proacl, p.proowner
    from pg_catalog.pg_proc p
        join managed m on m.oid = p.pronamespace
    where p.proacl is not null
    union all
    select 'pg_catalog.pg_type'::regclass, t.oid, 0, t.typacl, t.typowner
    from pg_catalog.pg_type t
        join managed m on m.oid = t.typnamespace
    where t.typacl is not null
    union all
    select 'pg_catalog.pg_namespace'::regclass, n.oid, 0, n.nspacl, n.nspowner
    from pg_catalog.pg_namespace n
        join managed m on m.oid = n.oid
    where n.nspacl is not null
) g (class, oid, sub, acl, owner)
    cross join lateral pg_catalog.aclexplode(g.acl) x
    cross join lateral pg_catalog.pg_identify_object(g.class, g.oid, g.sub) i
where x.grantor <> g.owner
  and not exists (
      select
      from pg_catalog.aclexplode(g.acl || case when g.sub > 0 then (select c.relacl from pg_catalog.pg_class c where c.oid = g.oid) end) y
      where y.grantee = x.grantor and y.privilege_type = x.privilege_type and y.is_grantable)
union all
select 'privileges on the database', 'database ' || quote_ident(d.datname)
from pg_catalog.pg_database d
where d.datname = current_database()
  and d.datacl is not null
  and not (d.datacl @> pg_catalog.acldefault('d', d.datdba) and d.datacl <@ pg_catalog.acldefault('d', d.datdba))
union all
-- in one line: there can be as many as rows
select 'privileges on large objects', count(*) || ' of them'
from pg_catalog.pg_largeobject_metadata l
where l.lomacl is not null
having count(*) > 0
--@ begin 150000
union all
select 'privileges on a parameter', 'parameter ' || p.parname
from pg_catalog.pg_parameter_acl p
--@ end
union all
--? comment on an identity sequence: the sequence is part of its column; say it of the column
select 'comment on an identity sequence', 'sequence ' || r.path
from relation r
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = r.oid and d.deptype = 'i'
                                   and d.refclassid = 'pg_catalog.pg_class'::regclass
    join pg_catalog.pg_description c
        on c.objoid = r.oid and c.classoid = 'pg_catalog.pg_class'::regclass and c.objsubid = 0
where r.relkind = 'S'
  and not r.left_out
union all
--? reference to what is not modelled: a foreign key to a table that is not read
select 'reference to what is not modelled', 'foreign key ' || r.path || '.' || quote_ident(con.conname)
from pg_catalog.pg_constraint con
    join relation r on r.oid = con.conrelid
where con.contype = 'f'
  and con.conparentid = 0
  and not r.left_out
  and r.relkind in ('r', 'p')
  and con.confrelid in (select unnest(current_setting('kedge.left_out')::oid[]))
union all
--? dependence on extension: of the index behind a key, or of the trigger of a partition; of others it is modelled
select 'dependence on extension ' || quote_ident(x.extname), i.type || ' ' || i.identity
from pg_catalog.pg_depend d
    join pg_catalog.pg_extension x on x.oid = d.refobjid
    cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
where d.refclassid = 'pg_catalog.pg_extension'::regclass
  and d.deptype = 'x'
  and d.classid <> 'pg_catalog.pg_proc'::regclass
  and not (d.classid = 'pg_catalog.pg_trigger'::regclass and d.objid in (select t.oid from pg_catalog.pg_trigger t where t.tgparentid = 0))
  and not (d.classid = 'pg_catalog.pg_class'::regclass
           and not exists (select from pg_catalog.pg_constraint con where con.conindid = d.objid and con.contype in ('p', 'u', 'x')))
union all
--? security label on a part of another object: on a row, array or multirange type, a system column, or the sequence of an identity column
select 'security label on a part of another object', l.provider || ' on ' || i.type || ' ' || i.identity
from pg_catalog.pg_seclabel l
    cross join lateral pg_catalog.pg_identify_object(l.classoid, l.objoid, l.objsubid) i
where l.classoid = 'pg_catalog.pg_class'::regclass
      and (l.objsubid < 0 and l.objoid in (select r.oid from relation r where not r.left_out)
           or l.objoid in (select r.oid
                           from relation r
                               join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = r.oid and d.deptype = 'i'
                                                              and d.refclassid = 'pg_catalog.pg_class'::regclass
                           where r.relkind = 'S' and not r.left_out))
   or l.classoid = 'pg_catalog.pg_type'::regclass
      and l.objoid in (select t.oid
                       from pg_catalog.pg_type t
                           join managed m on m.oid = t.typnamespace
                       where t.typtype = 'm'
                          or t.typtype = 'c' and t.typrelid in (select r.oid from relation r where r.relkind <> 'c' and not r.left_out)
                          or exists (select from pg_catalog.pg_type e where e.typarray = t.oid))
union all
-- in one line: there can be as many as rows
--? security labels on large objects: they are rows, and of no schema
select 'security labels on large objects', count(*) || ' of them'
from pg_catalog.pg_seclabel l
where l.classoid = 'pg_catalog.pg_largeobject'::regclass
having count(*) > 0
