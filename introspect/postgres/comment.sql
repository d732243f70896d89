-- What COMMENT ON says of an object or column. Objects that are not read are left to the loader.
select case d.classoid
           when 'pg_catalog.pg_namespace'::regclass  then 'pg_namespace'
           when 'pg_catalog.pg_extension'::regclass  then 'pg_extension'
           when 'pg_catalog.pg_type'::regclass       then case when c.oid is null then 'pg_type' else 'pg_class' end
           when 'pg_catalog.pg_class'::regclass      then 'pg_class'
           when 'pg_catalog.pg_proc'::regclass       then 'pg_proc'
           when 'pg_catalog.pg_constraint'::regclass then 'pg_constraint'
           when 'pg_catalog.pg_trigger'::regclass    then 'pg_trigger'
       end           as class,
       coalesce(c.oid, d.objoid) as oid,
       d.objsubid    as position,
       d.description as comment
from pg_catalog.pg_description d
    -- composite types are known by their relation
    left join pg_catalog.pg_class c on c.reltype = d.objoid and c.relkind = 'c'
                                       and d.classoid = 'pg_catalog.pg_type'::regclass
    -- what CREATE EXTENSION and initdb say by themselves is nobody's word
    left join pg_catalog.pg_extension x on x.oid = d.objoid and d.classoid = 'pg_catalog.pg_extension'::regclass
    left join pg_catalog.pg_available_extensions v on v.name = x.extname
where (d.objoid >= 16384 or d.classoid in ('pg_catalog.pg_namespace'::regclass, 'pg_catalog.pg_extension'::regclass))
  and v.comment is distinct from d.description
  and not (d.classoid = 'pg_catalog.pg_namespace'::regclass and d.description = 'standard public schema')
