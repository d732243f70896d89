select * from t; select * from v;
