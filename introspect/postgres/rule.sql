-- Rules other than those that make views.
--
-- The server prints condition and action only within the whole definition, so they are cut out: what stands before them is known to the
-- letter, and the condition ends at the first DO outside quotes.
with read as materialized (
    select r.*,
           substr(d.definition, length(d.head) + 1) as rest,
           length(substring(substr(d.definition, length(d.head) + 1) from '^(?:[^"'']|"[^"]*"|''[^'']*'')*? DO\s')) as until
    from pg_catalog.pg_rewrite r
        join pg_catalog.pg_class c on c.oid = r.ev_class
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        cross join lateral (
            select pg_catalog.pg_get_ruledef(r.oid, false) as definition,
                   concat('CREATE RULE ', quote_ident(r.rulename), ' AS
    ON ', case r.ev_type when '1' then 'SELECT' when '2' then 'UPDATE' when '3' then 'INSERT' when '4' then 'DELETE' end,
                          ' TO ', quote_ident(n.nspname), '.', quote_ident(c.relname)) as head
        ) d
    where n.nspname = any (current_setting('kedge.managed')::name[])
      and c.oid not in (select unnest(current_setting('kedge.left_out')::oid[]))
      and c.relkind in ('r', 'p', 'f', 'v')
      and r.rulename <> '_RETURN'
),
cut as (
    select r.*,
           -- a utility statement stands on a line of its own
           ltrim(regexp_replace(substr(r.rest, r.until + 1), '^INSTEAD\s', ''), E' \n') as tail
    from read r
)
select r.oid,
       r.ev_class                                                    as parent,
       r.rulename                                                    as name,
       null                                                          as position,
       case r.ev_type when '1' then 'select' when '2' then 'update' when '3' then 'insert' when '4' then 'delete' end as event,
       r.is_instead                                                  as "instead",
       nullif(regexp_replace(substr(r.rest, 1, r.until - length(' DO ')), '^\s*WHERE ', ''), '') as condition,
       case when r.tail <> 'NOTHING;' then rtrim(r.tail, ';') end    as action,
       case r.ev_enabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled
from cut r
