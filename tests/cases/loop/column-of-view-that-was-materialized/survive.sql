select id, a, c from t order by id;
