select * from t order by a; select * from p;
