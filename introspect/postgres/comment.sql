-- What COMMENT ON says of an object or column. Objects that are not read are left to the loader.
select case when c.oid is not null then 'pg_class' else k.relname end as class,
       coalesce(c.oid, d.objoid) as oid,
       d.objsubid    as position,
       d.description as comment
from pg_catalog.pg_description d
    join pg_catalog.pg_class k on k.oid = d.classoid
    -- composite types are known by their relation
    left join pg_catalog.pg_class c on c.reltype = d.objoid and c.relkind = 'c'
                                       and d.classoid = 'pg_catalog.pg_type'::regclass
    -- what CREATE EXTENSION and initdb say by themselves is nobody's word
    left join pg_catalog.pg_extension x on x.oid = d.objoid and d.classoid = 'pg_catalog.pg_extension'::regclass
    left join pg_catalog.pg_available_extensions v on v.name = x.extname
where (d.objoid >= 16384 or d.classoid in ('pg_catalog.pg_namespace'::regclass, 'pg_catalog.pg_extension'::regclass))
  and v.comment is distinct from d.description
  and not (d.classoid = 'pg_catalog.pg_namespace'::regclass and d.description = 'standard public schema')
