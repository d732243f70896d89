select tableoid::regclass, * from t order by id;
