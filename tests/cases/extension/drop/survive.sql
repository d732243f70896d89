select a::text from t;
