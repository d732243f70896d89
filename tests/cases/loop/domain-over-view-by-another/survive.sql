select id, x, y from u order by id;
