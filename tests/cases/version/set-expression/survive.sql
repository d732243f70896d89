select * from t order by id; select * from seen order by id; select * from parent; select * from p;
