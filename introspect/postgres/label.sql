-- What SECURITY LABEL says of an object or column. Objects that are not read are left to the loader.
select case when c.oid is not null then 'pg_class' else k.relname end as class,
       coalesce(c.oid, l.objoid) as oid,
       l.objsubid    as position,
       l.provider,
       l.label
from (select s.classoid, s.objoid, s.objsubid, s.provider, s.label from pg_catalog.pg_seclabel s
      union all
      -- subscriptions are shared
      select s.classoid, s.objoid, 0, s.provider, s.label from pg_catalog.pg_shseclabel s
      where s.classoid = 'pg_catalog.pg_subscription'::regclass) l
    join pg_catalog.pg_class k on k.oid = l.classoid
    -- composite types are known by their relation
    left join pg_catalog.pg_class c on c.reltype = l.objoid and c.relkind = 'c'
                                       and l.classoid = 'pg_catalog.pg_type'::regclass
order by l.provider collate "C"
