-- Publications, with their tables in whatever schema. What older servers do not have is looked up by name.
select p.oid,
       p.pubname                                                     as name,
       pg_catalog.pg_get_userbyid(p.pubowner)                        as owner,
       p.puballtables                                                as all_tables,
       (select json_agg(json_build_object(
                   'table', quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   'columns', (select json_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any (r.prattrs::int2[])), --@ since 150000 : (select json_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any (r.prattrs::int2[])) : null
                   'where', pg_catalog.pg_get_expr(r.prqual, r.prrelid, false) --@ since 150000 : pg_catalog.pg_get_expr(r.prqual, r.prrelid, false) : null
               ) order by n.nspname, c.relname)
        from pg_catalog.pg_publication_rel r
            join pg_catalog.pg_class c on c.oid = r.prrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where r.prpubid = p.oid)                                     as tables,
       (select json_agg(n.nspname) from pg_catalog.pg_publication_namespace s join pg_catalog.pg_namespace n on n.oid = s.pnnspid where s.pnpubid = p.oid) as schemas, --@ since 150000 : (select json_agg(n.nspname) from pg_catalog.pg_publication_namespace s join pg_catalog.pg_namespace n on n.oid = s.pnnspid where s.pnpubid = p.oid) : null
       case when not (p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate) then
           (select coalesce(json_agg(x.name order by x.n) filter (where x.has), '["none"]')
            from (values (1, 'insert', p.pubinsert), (2, 'update', p.pubupdate), (3, 'delete', p.pubdelete),
                         (4, 'truncate', p.pubtruncate)) x (n, name, has))
       end                                                           as publish,
       p.pubviaroot                                                  as via_root,
       case pg_catalog.to_jsonb(p) ->> 'pubgencols' when 's' then 'stored' end as generated
from pg_catalog.pg_publication p
where not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_publication'::regclass and e.objid = p.oid and e.deptype = 'e')
