select * from p order by id;
