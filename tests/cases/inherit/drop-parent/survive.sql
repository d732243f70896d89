select id, x from c;
