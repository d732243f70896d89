-- Which object needs which, at column grain. Rows of pg_depend whose ends are not objects of their own are led to the object they are part
-- of: a default to its column, a rule to its view, a row or array type to its relation or element, an index to its constraint, an identity
-- sequence to its column, the member of an extension to the extension. Ends that are not read, and edges
-- between an object and what it is a part of, are left to the loader.
with recursive alias (class, oid, to_class, to_oid, to_sub, part) as materialized (
    select 'pg_catalog.pg_attrdef'::regclass::oid, d.oid, 'pg_catalog.pg_class'::regclass::oid, d.adrelid, d.adnum::int,
           case when a.attgenerated = '' then 'DEFAULT' else 'SELF' end
    from pg_catalog.pg_attrdef d
        join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    union all
    select 'pg_catalog.pg_rewrite'::regclass, r.oid, 'pg_catalog.pg_class'::regclass, r.ev_class, 0, 'SELF'
    from pg_catalog.pg_rewrite r
    where r.rulename = '_RETURN' and r.oid >= 16384
    union all
    select 'pg_catalog.pg_type'::regclass, t.oid, 'pg_catalog.pg_class'::regclass, t.typrelid, 0, 'SELF'
    from pg_catalog.pg_type t
    where t.typrelid <> 0 and t.oid >= 16384
    union all
    select 'pg_catalog.pg_type'::regclass, t.typarray,
           case when t.typrelid <> 0 then 'pg_catalog.pg_class'::regclass else 'pg_catalog.pg_type'::regclass end,
           case when t.typrelid <> 0 then t.typrelid else t.oid end, 0, 'SELF'
    from pg_catalog.pg_type t
    where t.typarray >= 16384
      and t.typtype <> 'm'
    union all
    select 'pg_catalog.pg_class'::regclass, c.conindid, 'pg_catalog.pg_constraint'::regclass, c.oid, 0, 'SELF'
    from pg_catalog.pg_constraint c
    where c.contype in ('p', 'u', 'x')
    union all
    select 'pg_catalog.pg_class'::regclass, d.objid, 'pg_catalog.pg_class'::regclass, d.refobjid, d.refobjsubid, 'SELF'
    from pg_catalog.pg_depend d
        join pg_catalog.pg_sequence s on s.seqrelid = d.objid
    where d.classid = 'pg_catalog.pg_class'::regclass
      and d.refclassid = 'pg_catalog.pg_class'::regclass
      and d.deptype = 'i'
    union all
    -- a range type has its constructors, its multirange type, and the array type of that
    select 'pg_catalog.pg_proc'::regclass, d.objid, 'pg_catalog.pg_type'::regclass,
           coalesce(r.rngtypid, d.refobjid), --@ since 140000 : coalesce(r.rngtypid, d.refobjid) : d.refobjid
           0, 'SELF'
    from pg_catalog.pg_depend d
        left join pg_catalog.pg_range r on r.rngmultitypid = d.refobjid --@ since 140000 : left join pg_catalog.pg_range r on r.rngmultitypid = d.refobjid :
    where d.classid = 'pg_catalog.pg_proc'::regclass
      and d.refclassid = 'pg_catalog.pg_type'::regclass
      and d.deptype = 'i'
    union all
    -- what is in an operator class, and what is in its family only
    select d.classid, d.objid, d.refclassid, d.refobjid, 0,
           case when d.refclassid = 'pg_catalog.pg_opfamily'::regclass then 'MEMBERS' else 'SELF' end
    from pg_catalog.pg_depend d
    where d.classid in ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
      and d.refclassid in ('pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass)
      and d.objid >= 16384
    union all
    select 'pg_catalog.pg_publication_rel'::regclass, r.oid, 'pg_catalog.pg_publication'::regclass, r.prpubid, 0, 'SELF'
    from pg_catalog.pg_publication_rel r
--@ begin 150000
    union all
    select 'pg_catalog.pg_publication_namespace'::regclass, s.oid, 'pg_catalog.pg_publication'::regclass, s.pnpubid, 0, 'SELF'
    from pg_catalog.pg_publication_namespace s
--@ end
--@ begin 140000
    union all
    select 'pg_catalog.pg_type'::regclass, x.oid, 'pg_catalog.pg_type'::regclass, r.rngtypid, 0, 'SELF'
    from pg_catalog.pg_range r
        join pg_catalog.pg_type m on m.oid = r.rngmultitypid
        cross join lateral (values (m.oid), (m.typarray)) x (oid)
    where r.rngtypid >= 16384
--@ end
),
-- a partition with another state of a trigger, up to the trigger that somebody made
state (relation, trigger) as (
    select t.tgrelid, t.tgparentid
    from pg_catalog.pg_trigger t
        join pg_catalog.pg_trigger up on up.oid = t.tgparentid
    where t.tgenabled <> up.tgenabled
    union all
    select s.relation, t.tgparentid
    from state s
        join pg_catalog.pg_trigger t on t.oid = s.trigger
    where t.tgparentid <> 0
),
edge as (
    select coalesce(f.to_class, d.classid)      as class,
           coalesce(f.to_oid, d.objid)          as oid,
           coalesce(f.to_sub, d.objsubid)       as sub,
           coalesce(t.to_class, d.refclassid)   as refclass,
           coalesce(t.to_oid, d.refobjid)       as refoid,
           coalesce(t.to_sub, d.refobjsubid)    as refsub,
           case
               when s.seqrelid is not null then 'OWNED_BY'
               when h.inhrelid is not null or ot.oid is not null then 'ATTACH'
               -- types are in the signature of a function, the rest in its body
               when p.oid is not null and d.refclassid in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_proc'::regclass,
                                                           'pg_catalog.pg_operator'::regclass) then 'BODY'
               else coalesce(f.part, 'SELF')
           end                                  as part
    from pg_catalog.pg_depend d
        left join alias f on f.class = d.classid and f.oid = d.objid
        left join alias t on t.class = d.refclassid and t.oid = d.refobjid
        left join pg_catalog.pg_sequence s on s.seqrelid = d.objid
                                              and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0
        -- a table and what it inherits from, or its type
        left join pg_catalog.pg_inherits h on h.inhrelid = d.objid and h.inhparent = d.refobjid
                                              and d.classid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
                                              and d.refclassid = 'pg_catalog.pg_class'::regclass
        left join pg_catalog.pg_class ot on ot.oid = d.objid and ot.reloftype = d.refobjid and ot.reloftype <> 0
                                            and d.classid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
                                            and d.refclassid = 'pg_catalog.pg_type'::regclass
        left join pg_catalog.pg_proc p on p.oid = d.objid
                                          and d.classid = 'pg_catalog.pg_proc'::regclass
                                          and p.prosqlbody is not null --@ since 140000 : p.prosqlbody is not null : false
    where d.deptype in ('n', 'a') -- internal ones tie parts to their whole
      -- nothing that a person made has a smaller one
      and d.objid >= 16384
    union all
    -- ALTER ... DEPENDS ON EXTENSION
    select d.classid, d.objid, 0, d.refclassid, d.refobjid, 0, 'EXTENSION'
    from pg_catalog.pg_depend d
    where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.deptype = 'x' and d.objid >= 16384
    union all
    -- where it may be either, an argument's default or the body, it is both
    select 'pg_catalog.pg_proc'::regclass, d.objid, 0,
           coalesce(t.to_class, d.refclassid), coalesce(t.to_oid, d.refobjid), coalesce(t.to_sub, d.refobjsubid), 'SELF'
    from pg_catalog.pg_depend d
        join pg_catalog.pg_proc p on p.oid = d.objid
        left join alias t on t.class = d.refclassid and t.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_proc'::regclass
      and d.refclassid in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)
      and d.deptype = 'n'
      and (p.pronargdefaults > 0 or p.prosupport <> 0)
      and p.prosqlbody is not null --@ since 140000 : p.prosqlbody is not null : false
    union all
    select 'pg_catalog.pg_class'::regclass, i.indrelid, 0,
           coalesce(t.to_class, 'pg_catalog.pg_class'::regclass), coalesce(t.to_oid, i.indexrelid), 0, 'LATE'
    from pg_catalog.pg_index i
        left join alias t on t.class = 'pg_catalog.pg_class'::regclass and t.oid = i.indexrelid
    where (i.indisreplident or i.indisclustered) and i.indexrelid >= 16384
    union all
    select 'pg_catalog.pg_class'::regclass, s.relation, 0, 'pg_catalog.pg_trigger'::regclass, s.trigger, 0, 'STATES'
    from state s
    union all
    -- a function that uses one for what it neither takes nor gives
    select 'pg_catalog.pg_proc'::regclass, p.oid, 0, 'pg_catalog.pg_transform'::regclass, t.oid, 0, 'SELF'
    from pg_catalog.pg_proc p
        join pg_catalog.pg_transform t on t.trftype = any (p.protrftypes) and t.trflang = p.prolang
    where p.protrftypes is not null
),
-- expressions that have the type of the rows of a relation: while they are there the server may refuse to change its columns
row_type (class, oid, sub, refclass, refoid) as (
    select coalesce(f.to_class, d.classid), coalesce(f.to_oid, d.objid), coalesce(f.to_sub, d.objsubid), t.to_class, t.to_oid
    from pg_catalog.pg_depend d
        join alias t on t.class = d.refclassid and t.oid = d.refobjid and t.to_class = 'pg_catalog.pg_class'::regclass
        left join alias f on f.class = d.classid and f.oid = d.objid
        left join pg_catalog.pg_class i on i.oid = d.objid and d.classid = 'pg_catalog.pg_class'::regclass
    where d.refclassid = 'pg_catalog.pg_type'::regclass
      and d.deptype in ('n', 'a')
      and d.objid >= 16384
      and (d.classid in ('pg_catalog.pg_constraint'::regclass, 'pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_policy'::regclass,
                         'pg_catalog.pg_trigger'::regclass, 'pg_catalog.pg_statistic_ext'::regclass)
           or i.relkind in ('i', 'I')
           or (d.classid = 'pg_catalog.pg_attrdef'::regclass and f.part = 'SELF'))
--@ begin 140000
    union all
    -- once for what the function takes and gives, and once more for its body
    select d.classid, d.objid, 0, t.to_class, t.to_oid
    from pg_catalog.pg_depend d
        join pg_catalog.pg_proc p on p.oid = d.objid
        join alias t on t.class = d.refclassid and t.oid = d.refobjid and t.to_class = 'pg_catalog.pg_class'::regclass
    where d.classid = 'pg_catalog.pg_proc'::regclass
      and d.refclassid = 'pg_catalog.pg_type'::regclass
      and d.deptype = 'n'
      and p.prosqlbody is not null
    group by d.classid, d.objid, t.to_class, t.to_oid, d.refobjid, p.oid
    having count(*) > case when d.refobjid = any (p.proargtypes::oid[] || p.proallargtypes || p.prorettype) then 1 else 0 end
--@ end
),
known (oid, name) as materialized (
    select c.oid, c.relname
    from pg_catalog.pg_class c
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r'
)
select k.name                                                        as classid,
       e.oid                                                         as objid,
       e.sub                                                         as objsubid,
       case when m.refobjid is not null then 'pg_extension' else r.name end as refclass,
       coalesce(m.refobjid, e.refoid)                                as refobjid,
       case when m.refobjid is not null then 0 else e.refsub end     as refobjsubid,
       e.part
from (select e.class, e.oid, e.sub, e.refclass, e.refoid, e.refsub, e.part
      from edge e
      union all
      select r.class, r.oid, r.sub, r.refclass, r.refoid, 0, 'ROW_TYPE'
      from row_type r) e
    join known k on k.oid = e.class
    left join known r on r.oid = e.refclass
    left join pg_catalog.pg_depend m on m.classid = e.refclass and m.objid = e.refoid and m.deptype = 'e'
where (r.oid is not null or m.refobjid is not null)
  -- a default can need the type that its own table is
  and not (e.class = e.refclass and e.oid = e.refoid and (e.sub = 0 or (e.refsub = 0 and e.part not in ('DEFAULT', 'ROW_TYPE')) or e.sub = e.refsub))
  -- the schema of an identity sequence is its table's
  and not (e.sub > 0 and e.refclass = 'pg_catalog.pg_namespace'::regclass)
