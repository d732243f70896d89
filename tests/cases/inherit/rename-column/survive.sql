select count(*) from a;
