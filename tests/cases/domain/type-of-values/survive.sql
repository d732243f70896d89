select id, d::numeric(10,2), e::numeric(10,2) from t order by 1;
