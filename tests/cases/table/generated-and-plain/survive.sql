select id, a, was_generated, serial_before, plain_before from t order by 1
