select id, i, list, (o).i, ((o).t)::text::timestamptz, d, w from t order by id
