select count(*) from events;
