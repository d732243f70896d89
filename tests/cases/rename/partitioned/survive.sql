select * from t order by 1; select * from up; select * from only one.down;
