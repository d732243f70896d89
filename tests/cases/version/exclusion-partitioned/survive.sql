select * from made order by a; select * from joins; select * from joins2; select * from changes;
