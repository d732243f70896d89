select v::text, w::text from t;
