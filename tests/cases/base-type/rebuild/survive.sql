select id, one::text from v;
