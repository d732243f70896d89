SELECT * FROM counters ORDER BY id; SELECT * FROM other;
