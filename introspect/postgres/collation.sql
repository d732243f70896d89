-- Collations. Columns differ from server to server (colliculocale in 15 and 16, colllocale from 17 on), so they are looked up by name.
select c.oid,
       n.nspname                                                     as schema,
       c.collname                                                    as name,
       pg_catalog.pg_get_userbyid(c.collowner)                       as owner,
       case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end as provider,
       case
           when c.collprovider in ('i', 'b')
               then coalesce(j.row ->> 'colllocale', j.row ->> 'colliculocale', c.collcollate)
           when c.collcollate = c.collctype then c.collcollate
       end                                                           as locale,
       case when c.collprovider not in ('i', 'b') and c.collcollate <> c.collctype then c.collcollate end as lc_collate,
       case when c.collprovider not in ('i', 'b') and c.collcollate <> c.collctype then c.collctype end as lc_ctype,
       not c.collisdeterministic                                     as nondeterministic,
       j.row ->> 'collicurules'                                      as rules
from pg_catalog.pg_collation c
    join pg_catalog.pg_namespace n on n.oid = c.collnamespace
    cross join lateral (select pg_catalog.to_jsonb(c) as row) j
where n.nspname = any (current_setting('kedge.managed')::name[])
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_collation'::regclass and e.objid = c.oid and e.deptype = 'e')
