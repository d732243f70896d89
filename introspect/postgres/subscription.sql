-- Subscriptions. The connection is for superusers only, and in 13 the oid, too, so that the whole row is asked in a query of its own where the
-- role may; the connection is taken apart here, and passwords never leave the server. One that cannot be read, or is a URI, is left to
-- unmodelled.sql.
with read as materialized (
    select s.*
    from (
        select s.oid, s.subdbid, s.subname, s.subowner, s.subenabled, s.subslotname, s.subsynccommit, s.subpublications, s.subconninfo as conninfo,
               s.subbinary, --@ since 140000 : s.subbinary, : false as subbinary,
               s.substream::text as substream, --@ since 140000 : s.substream::text as substream, : 'f' as substream,
               s.subtwophasestate, --@ since 150000 : s.subtwophasestate, : 'd' as subtwophasestate,
               s.subdisableonerr, --@ since 150000 : s.subdisableonerr, : false as subdisableonerr,
               s.suborigin, --@ since 160000 : s.suborigin, : 'any' as suborigin,
               s.subpasswordrequired, --@ since 160000 : s.subpasswordrequired, : true as subpasswordrequired,
               s.subrunasowner, --@ since 160000 : s.subrunasowner, : false as subrunasowner,
               s.subfailover --@ since 170000 : s.subfailover : false as subfailover
        from json_populate_recordset(null::pg_catalog.pg_subscription, case
                 when pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select') then
                     pg_catalog.convert_from(decode(substring(pg_catalog.query_to_xml(
                         'select encode(pg_catalog.convert_to(json_agg(s)::text, ''UTF8''), ''hex'') as c from pg_catalog.pg_subscription s',
                         false, false, '')::text from '<c>([0-9a-f]*)</c>'), 'hex'), 'UTF8')::json
             end) s
        where s.subdbid = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
        offset 0
    ) s
)
select s.oid,
       s.subname                                                     as name,
       pg_catalog.pg_get_userbyid(s.subowner)                        as owner,
       (select json_object_agg(m[1], regexp_replace(case when m[2] like '''%' then substr(m[2], 2, length(m[2]) - 2) else m[2] end,
                                                    '\\(.)', '\1', 'g'))
        from regexp_matches(s.conninfo, '([A-Za-z_]+)\s*=\s*(''(?:[^''\\]|\\.)*''|(?:[^\s''\\]|\\.)*)', 'g') m
        where m[1] !~* current_setting('kedge.secret')) as connection,
       to_json(s.subpublications)                                    as publications,
       s.subenabled                                                  as enabled,
       case when s.subslotname is null then 'none' else nullif(s.subslotname, s.subname) end as slot,
       s.subsynccommit                                               as synchronous_commit,
       s.subbinary                                                   as binary,
       case s.substream when 't' then 'on' when 'true' then 'on' when 'p' then 'parallel' end as streaming,
       s.subtwophasestate <> 'd'                                     as two_phase,
       s.subdisableonerr                                             as disable_on_error,
       s.suborigin                                                   as origin,
       not s.subpasswordrequired                                     as password_not_required,
       s.subrunasowner                                               as run_as_owner,
       s.subfailover                                                 as failover
from read s
where s.conninfo !~* '^\s*postgres(ql)?://'
