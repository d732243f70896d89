select * from m order by id; select * from again order by id;
