-- Settings of new sessions that say how literals in a text are read.
select s.name, s.reset_val as value
from pg_catalog.pg_settings s
where s.name in ('DateStyle', 'IntervalStyle', 'TimeZone', 'timezone_abbreviations', 'transform_null_equals',
                 'array_nulls', 'xmloption', 'lc_monetary')
order by s.name collate "C"
