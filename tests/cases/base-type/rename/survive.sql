select id::text from t;
