select id, name from users order by id; select * from names order by 1;
