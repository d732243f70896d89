select * from t; select * from parted;
