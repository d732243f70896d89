select id, k, c, x from t order by id;
