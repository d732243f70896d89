select * from s.plain order by 1; select * from s.kept order by 1
