select a, n from t;
