select id, n, m, x, y from c; select id, m from d; select id, m from e;
