select id, x from u order by id;
