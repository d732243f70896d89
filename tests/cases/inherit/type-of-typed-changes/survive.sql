select a, b from t; select a, b from u; select a, b from w;
