select id, at, n from only events_1 union all select id, at, n from only events_2 order by 1;
