select id, a, v, w from t order by id; select * from checked;
