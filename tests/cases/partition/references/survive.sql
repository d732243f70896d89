select x from f; select * from p2;
