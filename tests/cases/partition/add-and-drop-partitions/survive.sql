select id, at, n from only events_2 order by 1;
