select id::text from t order by 1;
