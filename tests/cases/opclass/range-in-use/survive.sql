select id, around from t order by id;
