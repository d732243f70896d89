select id, m, f, l, s, k, z from t order by id;
