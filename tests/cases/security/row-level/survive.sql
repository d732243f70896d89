select * from kept; select * from toggled order by id;
