select id, b from t
