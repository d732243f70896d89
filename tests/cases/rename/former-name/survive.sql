select * from a;
select a, b from t;
