select id, n from c; select id, n, x from d;
