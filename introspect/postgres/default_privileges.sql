-- Default privileges: in the managed schemas, and everywhere.
select d.oid,
       concat('for role ', quote_ident(r.rolname), ' in schema ' || quote_ident(n.nspname), ' on ', o.objects) as name,
       r.rolname                                                     as role,
       n.nspname                                                     as schema,
       o.objects
from pg_catalog.pg_default_acl d
    join pg_catalog.pg_roles r on r.oid = d.defaclrole
    left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
    join (values ('r', 'tables'), ('S', 'sequences'), ('f', 'functions'), ('T', 'types'), ('n', 'schemas'), ('L', 'large objects')) o (letter, objects)
        on o.letter = d.defaclobjtype
where d.defaclnamespace = 0 or n.nspname = any (current_setting('kedge.managed')::name[])
