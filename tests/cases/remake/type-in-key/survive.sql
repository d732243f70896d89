select tableoid::regclass, * from t order by id;
select tableoid::regclass, * from s order by id;
select tableoid::regclass, * from p order by id;
