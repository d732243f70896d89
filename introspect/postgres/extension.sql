-- Extensions, in whatever schema: objects of managed schemas need them. Not what initdb makes (FirstNormalObjectId): plpgsql.
select x.oid,
       x.extname                                  as name,
       n.nspname                                  as schema,
       x.extversion                               as version
from pg_catalog.pg_extension x
    join pg_catalog.pg_namespace n on n.oid = x.extnamespace
where x.oid >= 16384
