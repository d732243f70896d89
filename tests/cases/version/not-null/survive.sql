select * from t; select * from late; select * from p;
